package rahnamo.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The words of all messages in one interface language. Immutable. */
public final class MessageCatalog {

  /** The interface languages, as BCP 47 tags. */
  public static final List<String> LANGUAGES = List.of("en", "ru", "tg", "uz");

  private final String language;
  private final Properties texts;

  private MessageCatalog(String language) {
    this.language = language;
    this.texts = load(language);
  }

  /** The catalog of a language tag such as {@code tg} or {@code uz-UZ}; English if it has none. */
  public static MessageCatalog of(String tag) {
    String language = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return new MessageCatalog(LANGUAGES.contains(language) ? language : "en");
  }

  /** Its language, one of {@link #LANGUAGES}. */
  public String language() {
    return language;
  }

  /** What is wrong, in one line. */
  public String message(Diagnostic diagnostic) {
    return text(diagnostic.code().id(), diagnostic.arguments());
  }

  /**
   * The cure: the author's probable meaning if one is known, else the general advice of the code.
   */
  public Optional<String> help(Diagnostic diagnostic) {
    if (diagnostic.suggestion().isPresent()) {
      return Optional.of(text("did-you-mean", List.of(diagnostic.suggestion().get())));
    }
    String key = diagnostic.code().id() + ".help";
    return texts.containsKey(key)
        ? Optional.of(text(key, diagnostic.arguments()))
        : Optional.empty();
  }

  /** Any other text by its key, with {@code {0}}, {@code {1}} and so on replaced. */
  public String text(String key, List<String> arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message text for " + key);
    }
    return fill(pattern, arguments);
  }

  /** An author's text may begin like a word of the program's own; then there is no such word. */
  private String word(String argument) {
    return Term.key(argument).map(texts::getProperty).orElse(argument);
  }

  private String fill(String pattern, List<String> arguments) {
    var filled = new StringBuilder(pattern.length() + 32);
    for (int i = 0; i < pattern.length(); i++) {
      if (isPlaceholder(pattern, i)) {
        int index = pattern.charAt(i + 1) - '0';
        filled.append(index < arguments.size() ? word(arguments.get(index)) : "?");
        i += 2;
      } else {
        filled.append(pattern.charAt(i));
      }
    }
    return filled.toString();
  }

  private static boolean isPlaceholder(String pattern, int at) {
    return pattern.charAt(at) == '{'
        && at + 2 < pattern.length()
        && pattern.charAt(at + 2) == '}'
        && pattern.charAt(at + 1) >= '0'
        && pattern.charAt(at + 1) <= '9';
  }

  private static Properties load(String language) {
    var properties = new Properties();
    String name = "messages_" + language + ".properties";
    try (InputStream in = MessageCatalog.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
