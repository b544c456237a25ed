package rahnamo.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The app's sentences in one language. Immutable, safe for several threads. */
public final class Texts {

  private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

  private final Properties sentences = new Properties();

  private Texts() {}

  /** Reads the sentences of a language. */
  public static Texts of(AppLanguage language) {
    String file = "texts_" + language.code() + ".properties";
    Texts texts = new Texts();
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.sentences.load(reader);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
    return texts;
  }

  /** A sentence; {@code {0}} and so on stand for the values. */
  public String get(Text text, Object... values) {
    String sentence = sentences.getProperty(text.key());
    if (sentence == null) {
      throw new IllegalStateException("no sentence for " + text.key());
    }
    Matcher place = PLACE.matcher(sentence);
    StringBuffer filled = new StringBuffer();
    while (place.find()) {
      String value = String.valueOf(values[place.group(1).charAt(0) - '0']);
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return place.appendTail(filled).toString();
  }
}
