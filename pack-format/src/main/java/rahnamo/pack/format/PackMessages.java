package rahnamo.pack.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The sentences about packs in one language, for people who hand packs on and are no programmers.
 * Immutable.
 */
public final class PackMessages {

  /** The languages that there are sentences in. */
  public static final List<String> LANGUAGES =
      Collections.unmodifiableList(Arrays.asList("en", "ru", "tg", "uz"));

  private static final int MAX_ARGUMENT = 80;
  private static final long MEGABYTE = 1_000_000;

  private final Properties texts;

  private PackMessages(Properties texts) {
    this.texts = texts;
  }

  /** The sentences in a language; in English if there are none. */
  public static PackMessages in(String language) {
    String name = "messages_" + (LANGUAGES.contains(language) ? language : "en") + ".properties";
    Properties texts = new Properties();
    try (InputStream in = PackMessages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + name);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read " + name, e);
    }
    return new PackMessages(texts);
  }

  /** What is wrong with a pack or to be known of it, and what to do about it. */
  public String sentence(Finding finding) {
    String sentence = text(finding.code().id());
    for (int i = 0; i < finding.arguments().size(); i++) {
      sentence = sentence.replace("{" + i + "}", readable(finding, i));
    }
    return sentence;
  }

  /** How far a pack may be trusted. */
  public String sentence(TrustState state) {
    return text("state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no sentence for " + key);
    }
    return text;
  }

  private static String readable(Finding finding, int index) {
    String argument = finding.arguments().get(index);
    if (finding.code() == VerificationCode.INSTALL_DISK_FULL) {
      return String.valueOf((Long.parseLong(argument) + MEGABYTE - 1) / MEGABYTE);
    }
    // A text in braces is not to be taken for the place of the next argument.
    return shortened(harmless(argument)).replace('{', '(').replace('}', ')');
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_ARGUMENT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_ARGUMENT)) + '…';
  }

  /**
   * What stood in a pack, without what could command a terminal or turn the direction of the text.
   */
  public static String harmless(String text) {
    StringBuilder harmless = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      harmless.appendCodePoint(isHarmless(c) ? c : '\uFFFD');
      i += Character.charCount(c);
    }
    return harmless.toString();
  }

  private static boolean isHarmless(int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return false;
      default:
        return true;
    }
  }
}
