package rahnamo.diagnostic;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rahnamo.text.Alphabet;
import rahnamo.text.Language;
import rahnamo.text.MixedScript;

/** All words of the program, in all its languages. */
class MessageCatalogTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern APOSTROPHE = Pattern.compile("\\p{IsLatin}['‘’`´]");
  private static final Pattern TERM =
      Pattern.compile(
          "\"((?:type|file|yaml|guard|block|media|svg|output|pack-limit)\\.[a-z0-9-]+)\"");
  private static final Map<String, Map<String, String>> CATALOGS = catalogs();

  @Test
  void everyCodeHasAMessageAndACureInEveryLanguage() {
    Set<String> expected = new TreeSet<>();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      expected.add(code.id());
      expected.add(code.id() + ".help");
    }
    CATALOGS.forEach(
        (language, texts) -> {
          Set<String> missing = new TreeSet<>(expected);
          missing.removeAll(texts.keySet());
          assertEquals(Set.of(), missing, language);
        });
  }

  @Test
  void authorsTextThatLooksLikeAWordOfTheProgramIsPrintedAsItIs() {
    List<String> arguments = List.of(Term.of("javascript:run"), "", "");
    String message = MessageCatalog.of("en").text(DiagnosticCode.UNSAFE_LINK.id(), arguments);
    assertTrue(message.contains("javascript:run"), message);
  }

  @Test
  void everyLanguageHasTheSameKeysWithTheSamePlaceholders() {
    CATALOGS.forEach(
        (language, texts) -> {
          assertEquals(english().keySet(), texts.keySet(), language);
          texts.forEach(
              (key, text) ->
                  assertEquals(
                      all(PLACEHOLDER, english().getOrDefault(key, "")),
                      all(PLACEHOLDER, text),
                      language + " " + key));
        });
  }

  @Test
  void codeInMessagesIsTheSameInEveryLanguage() {
    CATALOGS.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) ->
                    assertEquals(
                        words(english().getOrDefault(key, "")),
                        words(text),
                        language + " " + key)));
  }

  /** The quoted code of one word; longer pieces hold examples, which are translated. */
  private static List<String> words(String text) {
    return all(CODE, text).stream().filter(code -> code.indexOf(' ') < 0).toList();
  }

  @Test
  void textsObeyTheStyle() {
    assertNone(
        "begins with a capital",
        text -> {
          boolean isLong = text.length() > 1 && Character.isLowerCase(text.charAt(1));
          return Character.isUpperCase(text.charAt(0)) && isLong;
        });
    assertNone("ends like a sentence", text -> text.endsWith(".") || text.endsWith("!"));
    assertNone("exclaims", text -> CODE.matcher(text).replaceAll("").contains("!"));
    assertNone("has outer or double spaces", text -> !text.equals(text.strip().replace("  ", " ")));
    assertNone("has an open backtick", text -> text.chars().filter(c -> c == '`').count() % 2 == 1);
    assertNone("says illegal", text -> text.contains("illegal"));
  }

  @Test
  void messageDoesNotHoldTheCure() {
    for (DiagnosticCode code : DiagnosticCode.values()) {
      String message = english().getOrDefault(code.id(), "");
      assertTrue(!message.matches("(?s).*\\b(please|should|must)\\b.*"), message);
    }
  }

  @Test
  void wordsAreSpelledWithTheLettersOfTheirLanguage() {
    List<String> tajik = Alphabet.of(Language.TG).letters();
    CATALOGS
        .getOrDefault("tg", Map.of())
        .forEach(
            (key, text) ->
                assertEquals("", cyrillicBesides(tajik, prose(text)), "tg " + key + ": " + text));
    CATALOGS
        .getOrDefault("uz", Map.of())
        .forEach(
            (key, text) -> {
              assertEquals("", cyrillicBesides(List.of(), prose(text)), "uz " + key);
              assertEquals(List.of(), all(APOSTROPHE, prose(text)), "uz " + key + ": " + text);
            });
    CATALOGS.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) ->
                    assertEquals(List.of(), MixedScript.find(text), language + " " + key)));
  }

  @Test
  void everyTermInTheCodeHasWordsAndTheOtherWayRound() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(module("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        TERM.matcher(code).results().map(match -> match.group(1)).forEach(used::add);
      }
    }
    Set<String> known = new TreeSet<>();
    for (String key : english().keySet()) {
      if (TERM.matcher("\"" + key + "\"").matches()) {
        known.add(key);
      }
    }

    assertEquals(used, known);
  }

  @Test
  void termIsTranslatedAndTheAuthorsTextIsNot() {
    var span = SourceSpan.ofFile("a.md");
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.WRONG_TYPE, span, "tags", Term.of("type.list"), "`type.list`");

    assertEquals(
        "в `tags` стоит `type.list`, а ожидается: список",
        MessageCatalog.of("ru").message(diagnostic));
  }

  @Test
  void placeholderInTheAuthorsTextIsLeftAlone() {
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.UNKNOWN_KEY, SourceSpan.ofFile("a"), "{1}{0}", "x");

    assertEquals("unknown key `{1}{0}`", MessageCatalog.of("en").message(diagnostic));
  }

  @Test
  void languageIsFoundByTheBeginningOfItsTag() {
    assertEquals("uz", MessageCatalog.of("uz-Cyrl").language());
    assertEquals("tg", MessageCatalog.of("tg_TJ").language());
    assertEquals("ru", MessageCatalog.of("RU").language());
    assertEquals("en", MessageCatalog.of("tr").language());
    assertEquals("en", MessageCatalog.of("").language());
  }

  @Test
  void unknownKeyIsOurMistake() {
    MessageCatalog messages = MessageCatalog.of("en");

    assertThrows(IllegalArgumentException.class, () -> messages.text("no-such-key", List.of()));
  }

  private static void assertNone(String fault, Predicate<String> hasFault) {
    var wrong = new ArrayList<String>();
    CATALOGS.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) -> {
                  if (hasFault.test(text)) {
                    wrong.add(language + " " + key + "=" + text);
                  }
                }));
    assertEquals("", wrong.stream().collect(joining("\n")), fault);
  }

  private static String prose(String text) {
    return CODE.matcher(text).replaceAll("");
  }

  /** The Cyrillic letters of a text that are not in an alphabet. */
  private static String cyrillicBesides(List<String> alphabet, String text) {
    var strange = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      boolean isCyrillic =
          Character.UnicodeScript.of(text.charAt(i)) == Character.UnicodeScript.CYRILLIC;
      if (isCyrillic && !alphabet.contains(letter.toUpperCase(Locale.ROOT))) {
        strange.append(letter);
      }
    }
    return strange.toString();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Map<String, String> english() {
    return CATALOGS.getOrDefault("en", Map.of());
  }

  private static Map<String, Map<String, String>> catalogs() {
    Map<String, Map<String, String>> catalogs = new TreeMap<>();
    for (String language : MessageCatalog.LANGUAGES) {
      var properties = new Properties();
      String name = "messages_" + language + ".properties";
      try (InputStream in =
          Objects.requireNonNull(MessageCatalog.class.getResourceAsStream(name), name)) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      Map<String, String> texts = new TreeMap<>();
      properties
          .stringPropertyNames()
          .forEach(key -> texts.put(key, properties.getProperty(key, "")));
      catalogs.put(language, texts);
    }
    return catalogs;
  }

  private static Path module(String path) {
    return Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse("")).resolve(path);
  }
}
