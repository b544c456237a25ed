package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackMessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]\\}");

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "tg", "uz"})
  void everyCodeAndEveryStateHasASentenceOfItsOwn(String language) throws IOException {
    Properties texts = load(language);
    Set<String> expected = new TreeSet<>();
    for (VerificationCode code : VerificationCode.values()) {
      expected.add(code.id());
    }
    var messages = PackMessages.in(language);
    for (TrustState state : TrustState.values()) {
      expected.add("state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      assertFalse(messages.sentence(state).isBlank());
    }
    assertEquals(expected, texts.stringPropertyNames());
    assertEquals(expected.size(), new HashSet<>(texts.values()).size(), "each is different");
    for (String name : expected) {
      String text = text(texts, name);
      assertTrue(text.endsWith("."), name + ": a whole sentence");
      assertEquals(places("en", name), places(text), name + " names the same values");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "tg", "uz"})
  void noSentenceWasLeftInEnglish(String language) throws IOException {
    Properties texts = load(language);
    for (String name : texts.stringPropertyNames()) {
      assertNotEquals(text(load("en"), name), text(texts, name), name);
      boolean isCyrillic = text(texts, name).codePoints().anyMatch(c -> c >= 0x430 && c < 0x500);
      assertEquals(!language.equals("uz"), isCyrillic, name);
    }
  }

  @Test
  void valuesStandInTheirPlaces() {
    var sentence =
        PackMessages.in("en")
            .sentence(Finding.of(VerificationCode.TRUST_THRESHOLD, "trust/root.2.json", "1", "2"));
    assertTrue(sentence.contains("`trust/root.2.json`: 1 of the 2"), sentence);
  }

  @Test
  void missingRoomIsSaidInMegabytesRatherTooMany() {
    assertTrue(full(1).contains(" 1 MB"), full(1));
    assertTrue(full(1_000_000).contains(" 1 MB"));
    assertTrue(full(1_000_001).contains(" 2 MB"));
  }

  private static String full(long bytes) {
    return PackMessages.in("en")
        .sentence(Finding.of(VerificationCode.INSTALL_DISK_FULL, String.valueOf(bytes)));
  }

  @Test
  void namesFromAPackCannotCommandATerminalOrFillTheScreen() {
    var name = "\u001b[2J\u202egnp.\n{1}" + "x".repeat(500);
    var sentence =
        PackMessages.in("ru").sentence(Finding.of(VerificationCode.NAME_CHARACTER, name));
    assertTrue(sentence.contains("\uFFFD[2J\uFFFDgnp.\uFFFD(1)xxx"), sentence);
    assertTrue(sentence.contains("xxx…`"), sentence);
    assertTrue(sentence.length() < 300, sentence);
  }

  @Test
  void otherLanguagesAreAnsweredInEnglish() {
    assertEquals(
        PackMessages.in("en").sentence(TrustState.TRUSTED),
        PackMessages.in("../de").sentence(TrustState.TRUSTED));
  }

  @Test
  void uzbekHasItsOwnApostrophes() throws IOException {
    for (Object text : load("uz").values()) {
      assertFalse(text.toString().matches("(?s).*['’‘].*"), text.toString());
    }
  }

  private static Set<String> places(String language, String name) throws IOException {
    return places(text(load(language), name));
  }

  private static Set<String> places(String text) {
    var found = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }

  private static String text(Properties texts, String name) {
    return Objects.requireNonNull(texts.getProperty(name), name);
  }

  private static Properties load(String language) throws IOException {
    var texts = new Properties();
    String file = "messages_" + language + ".properties";
    try (var in = Objects.requireNonNull(PackMessages.class.getResourceAsStream(file))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
