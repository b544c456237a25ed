package rahnamo.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import rahnamo.config.YamlReader;
import rahnamo.config.YamlValue;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.parse.FrontMatter.Located;
import rahnamo.parse.FrontMatter.Reference;
import rahnamo.text.Language;
import rahnamo.text.TextNormalizer;

/** Reads the keys of one front matter, each by its type. */
final class FrontMatterReader {

  private static final List<String> SEVERITIES = List.of("info", "warning", "danger");
  private static final List<String> COUNTRIES =
      List.of("AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "TJ", "TM", "UA", "UZ");
  private static final List<String> REVIEWS = List.of("native-needed");

  private final YamlReader yaml;
  private final Language language;
  private final Diagnostics diagnostics;
  private final MixedWords mixedWords;

  FrontMatterReader(YamlReader yaml, Language language, Diagnostics diagnostics) {
    this.yaml = yaml;
    this.language = language;
    this.diagnostics = diagnostics;
    this.mixedWords = new MixedWords(diagnostics);
  }

  /** The front matter, or nothing if it has mistakes. */
  Optional<FrontMatter> read(PageKind kind) {
    boolean isDatedText = kind == PageKind.ARTICLE || kind == PageKind.STANDALONE;
    Optional<String> title = yaml.requiredText("title").map(t -> prose(t, yaml.spanOf("title")));
    Optional<String> summary = yaml.text("summary").map(s -> prose(s, yaml.spanOf("summary")));
    Optional<FrontMatter.Alert> alert = kind == PageKind.ALERT ? alert() : Optional.empty();
    Optional<LocalDate> expires = Optional.empty();
    OptionalInt order = OptionalInt.empty();
    List<Located<String>> tags = List.of();
    Optional<Located<LocalDate>> reviewBy = Optional.empty();
    List<Located<String>> aliases = List.of();
    Optional<Located<String>> audio = Optional.empty();
    List<String> checklist = List.of();
    if (kind != PageKind.ALERT) {
      order = yaml.integer("order", -1_000_000, 1_000_000);
      reviewBy = yaml.date("review-by").map(date -> new Located<>(date, yaml.spanOf("review-by")));
    }
    if (isDatedText) {
      tags = prose("tags");
      expires = yaml.date("expires");
      aliases = located("aliases");
      audio = yaml.text("audio").map(path -> new Located<>(path, yaml.spanOf("audio")));
      checklist = prose("checklist").stream().map(Located::value).toList();
    }
    var frontMatter =
        new FrontMatter(
            title.orElse(""),
            summary,
            order,
            tags,
            yaml.date("published"),
            yaml.date("updated"),
            yaml.date("verified"),
            reviewBy,
            expires,
            references(),
            yaml.isTrue("draft"),
            aliases,
            audio,
            checklist,
            translation(),
            yaml.oneOf("review", REVIEWS).isPresent(),
            alert);
    yaml.finish();
    boolean isUsable = title.isPresent() && (kind != PageKind.ALERT || alert.isPresent());
    return isUsable ? Optional.of(frontMatter) : Optional.empty();
  }

  /** Words for readers: normalised, and searched for letters of another alphabet. */
  private String prose(String text, SourceSpan span) {
    mixedWords.report(text, finding -> span.ofWord(finding.word()));
    return TextNormalizer.normalize(text, language);
  }

  private List<Located<String>> prose(String key) {
    return located(key).stream()
        .map(text -> new Located<>(prose(text.value(), text.span()), text.span()))
        .toList();
  }

  private List<Located<String>> located(String key) {
    var texts = new ArrayList<Located<String>>();
    for (YamlValue.Scalar scalar : yaml.scalars(key)) {
      texts.add(new Located<>(scalar.text().strip(), scalar.span()));
    }
    return List.copyOf(texts);
  }

  private List<Reference> references() {
    return References.read(yaml.items("sources"), diagnostics);
  }

  private Optional<FrontMatter.Translation> translation() {
    Optional<YamlReader> mapping = yaml.mapping("translation");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    YamlReader translation = mapping.get();
    Optional<String> tag = translation.requiredText("of");
    Optional<String> hash = translation.text("hash");
    translation.finish();
    Optional<Language> of = tag.flatMap(Language::of);
    if (tag.isPresent() && of.isEmpty()) {
      String known = String.join(", ", Language.all().stream().map(Language::tag).toList());
      diagnostics.report(
          DiagnosticCode.UNKNOWN_LANGUAGE, translation.spanOf("of"), tag.get(), known);
    }
    return of.map(source -> new FrontMatter.Translation(source, hash, translation.spanOf("hash")));
  }

  private Optional<FrontMatter.Alert> alert() {
    Optional<String> severity = yaml.oneOf("severity", SEVERITIES);
    Optional<LocalDate> starts = requiredDate("starts");
    Optional<LocalDate> expires = requiredDate("expires");
    List<String> regions = yaml.texts("regions");
    List<String> citizenships = yaml.someOf("citizenships", COUNTRIES);
    Optional<String> supersedes = yaml.text("supersedes");
    if (starts.isEmpty() || expires.isEmpty()) {
      return Optional.empty();
    }
    AlertSeverity level =
        switch (severity.orElse("warning")) {
          case "danger" -> AlertSeverity.DANGER;
          case "info" -> AlertSeverity.INFO;
          default -> AlertSeverity.WARNING;
        };
    return Optional.of(
        new FrontMatter.Alert(
            level, regions, citizenships, starts.get(), expires.get(), supersedes));
  }

  private Optional<LocalDate> requiredDate(String key) {
    Optional<LocalDate> date = yaml.date(key);
    if (yaml.value(key).isEmpty()) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, yaml.span(), key);
    }
    return date;
  }
}
