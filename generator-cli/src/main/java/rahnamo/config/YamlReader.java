package rahnamo.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;
import rahnamo.text.DidYouMean;

/**
 * Typed, strict access to one YAML mapping. Each key is asked for once by the name of its type;
 * what was never asked for is reported by {@link #finish()} as unknown. Not safe for use by many
 * threads.
 */
public final class YamlReader {

  private static final String DATE = "0000-00-00";

  private final YamlValue.Mapping mapping;
  private final Diagnostics diagnostics;
  private final Set<String> known = new LinkedHashSet<>();

  private YamlReader(YamlValue.Mapping mapping, Diagnostics diagnostics) {
    this.mapping = mapping;
    this.diagnostics = diagnostics;
  }

  /** A reader of the value, or nothing if it is not a mapping (which is reported). */
  public static Optional<YamlReader> of(YamlValue value, String name, Diagnostics diagnostics) {
    if (value instanceof YamlValue.Mapping mapping) {
      return Optional.of(new YamlReader(mapping, diagnostics));
    }
    wrongType(diagnostics, name, Term.of("type.mapping"), value);
    return Optional.empty();
  }

  /** Where the mapping begins. */
  public SourceSpan span() {
    return mapping.span();
  }

  /** The value of a key, if it is there and not empty. */
  public Optional<YamlValue> value(String key) {
    return entry(key).map(YamlValue.Entry::value);
  }

  /** Where the value of a key stands, or the whole mapping if the key is missing. */
  public SourceSpan spanOf(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(entry -> entry.value().span())
        .findFirst()
        .orElse(mapping.span());
  }

  /** The keys as the author wrote them, all marked as known. */
  public List<YamlValue.Entry> entries() {
    mapping.entries().forEach(entry -> known.add(entry.key()));
    return mapping.entries();
  }

  /** Text; numbers and dates count as text too. */
  public Optional<String> text(String key) {
    return value(key).flatMap(value -> asText(key, value));
  }

  /** Text that must be there; its absence is reported at the mapping. */
  public Optional<String> requiredText(String key) {
    Optional<String> text = text(key).filter(value -> !value.isBlank());
    boolean isReported =
        mapping.entries().stream().anyMatch(e -> e.key().equals(key) && !isBlank(e));
    if (text.isEmpty() && !isReported) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, missingSpan(key), key);
    }
    return text;
  }

  /** A date such as 2026-03-01. */
  public Optional<LocalDate> date(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof YamlValue.Scalar scalar)) {
      wrongType(diagnostics, key, Term.of("type.date"), value.get());
      return Optional.empty();
    }
    return parseDate(key, scalar);
  }

  private Optional<LocalDate> parseDate(String key, YamlValue.Scalar scalar) {
    try {
      return Optional.of(day(scalar.text()));
    } catch (DateTimeException e) {
      diagnostics.report(DiagnosticCode.INVALID_DATE, scalar.span(), key, scalar.text());
      return Optional.empty();
    }
  }

  /** The day of an ISO date; without the library's formatter, which takes longer than all else. */
  private static LocalDate day(String text) {
    if (text.length() != DATE.length()) {
      throw new DateTimeException(text);
    }
    for (int i = 0; i < DATE.length(); i++) {
      char c = text.charAt(i);
      boolean isFine = DATE.charAt(i) == '-' ? c == '-' : c >= '0' && c <= '9';
      if (!isFine) {
        throw new DateTimeException(text);
      }
    }
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, 10, 10));
  }

  /** A whole number between two bounds. */
  public OptionalInt integer(String key, int min, int max) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (value.get() instanceof YamlValue.Scalar scalar && scalar.text().matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(scalar.text());
      if (number >= min && number <= max) {
        return OptionalInt.of(number);
      }
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE, scalar.span(), key, scalar.text(), min + "–" + max);
      return OptionalInt.empty();
    }
    wrongType(diagnostics, key, Term.of("type.integer"), value.get());
    return OptionalInt.empty();
  }

  /** A truth value; false if the key is missing. */
  public boolean isTrue(String key) {
    return truth(key).orElse(false);
  }

  /** A truth value, unless the key is missing. */
  public Optional<Boolean> truth(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof YamlValue.Scalar scalar
        && scalar.isPlain()
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return Optional.of(scalar.text().equals("true"));
    }
    wrongType(diagnostics, key, Term.of("type.boolean"), value.get());
    return Optional.empty();
  }

  /** One of a few words. */
  public Optional<String> oneOf(String key, List<String> allowed) {
    return text(key).filter(word -> isAllowed(word, allowed, key, spanOf(key)));
  }

  /** A list of a few words; empty if the key is missing. */
  public List<String> someOf(String key, List<String> allowed) {
    return scalars(key).stream()
        .filter(scalar -> isAllowed(scalar.text().strip(), allowed, key, scalar.span()))
        .map(scalar -> scalar.text().strip())
        .toList();
  }

  private boolean isAllowed(String word, List<String> allowed, String key, SourceSpan span) {
    if (allowed.contains(word)) {
      return true;
    }
    String all = String.join(", ", allowed);
    diagnostics.report(
        Diagnostic.of(DiagnosticCode.INVALID_VALUE, span, key, word, all)
            .suggesting(DidYouMean.closest(word, allowed)));
    return false;
  }

  /** A list of texts; empty if the key is missing. */
  public List<String> texts(String key) {
    return scalars(key).stream().map(scalar -> scalar.text().strip()).toList();
  }

  /** A list of texts with their places; empty if the key is missing. */
  public List<YamlValue.Scalar> scalars(String key) {
    var scalars = new ArrayList<YamlValue.Scalar>();
    for (YamlValue item : items(key)) {
      if (!(item instanceof YamlValue.Scalar scalar)) {
        wrongType(diagnostics, key, Term.of("type.text"), item);
      } else if (!scalar.text().isBlank()) {
        scalars.add(scalar);
      }
    }
    return List.copyOf(scalars);
  }

  /** The items of a list; empty if the key is missing. */
  public List<YamlValue> items(String key) {
    return value(key).map(value -> items(value, key, diagnostics)).orElse(List.of());
  }

  /** The items of a value that must be a list; none if it is something else (which is reported). */
  public static List<YamlValue> items(YamlValue value, String name, Diagnostics diagnostics) {
    if (value instanceof YamlValue.Sequence sequence) {
      return sequence.items();
    }
    wrongType(diagnostics, name, Term.of("type.list"), value);
    return List.of();
  }

  /** A reader of the mapping under a key. */
  public Optional<YamlReader> mapping(String key) {
    return value(key).flatMap(value -> of(value, key, diagnostics));
  }

  /** Reports every key that nobody asked for. */
  public void finish() {
    for (YamlValue.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        diagnostics.report(
            Diagnostic.of(
                    DiagnosticCode.UNKNOWN_KEY,
                    entry.keySpan(),
                    entry.key(),
                    String.join(", ", known))
                .suggesting(DidYouMean.closest(entry.key(), known)));
      }
    }
  }

  private Optional<YamlValue.Entry> entry(String key) {
    known.add(key);
    for (YamlValue.Entry entry : mapping.entries()) {
      if (entry.key().equals(key) && !isEmpty(entry.value())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private SourceSpan missingSpan(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(YamlValue.Entry::keySpan)
        .findFirst()
        .orElse(mapping.span());
  }

  private static boolean isEmpty(YamlValue value) {
    return value instanceof YamlValue.Scalar scalar && scalar.isEmpty();
  }

  private static boolean isBlank(YamlValue.Entry entry) {
    return entry.value() instanceof YamlValue.Scalar scalar
        && (scalar.isEmpty() || scalar.text().isBlank());
  }

  private Optional<String> asText(String key, YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      return Optional.of(scalar.text().strip());
    }
    wrongType(diagnostics, key, Term.of("type.text"), value);
    return Optional.empty();
  }

  private static void wrongType(
      Diagnostics diagnostics, String key, String expected, YamlValue found) {
    diagnostics.report(DiagnosticCode.WRONG_TYPE, found.span(), key, expected, typeOf(found));
  }

  private static String typeOf(YamlValue value) {
    if (value instanceof YamlValue.Mapping) {
      return Term.of("type.mapping");
    }
    if (value instanceof YamlValue.Sequence) {
      return Term.of("type.list");
    }
    return "`" + ((YamlValue.Scalar) value).text() + "`";
  }
}
