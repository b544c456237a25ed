package rahnamo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The words of {@code --help} in one interface language. The files are read directly: the search of
 * {@link ResourceBundle#getBundle(String)} costs time and falls back to the system's language.
 */
final class UsageTexts {

  private UsageTexts() {}

  /** The words in a language of {@link rahnamo.diagnostic.MessageCatalog#LANGUAGES}. */
  static ResourceBundle in(String language) {
    String name = language.equals("en") ? "Usage.properties" : "Usage_" + language + ".properties";
    try (InputStream in = UsageTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
