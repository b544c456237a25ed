package rahnamo.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Term;
import rahnamo.text.Language;

/** Reads the part of `site.yml` that is about the Android app. */
final class AppConfigReader {

  // spec (Android, "Set the application ID"): at least two segments, each starting with a letter,
  // of
  // letters, digits and underscores
  private static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9_]{0,40}(\\.[a-z][a-z0-9_]{0,40}){1,6}");

  /** The app that the sources make for everybody, which no site may pass for. */
  private static final String ID_OF_TESTS = "rahnamo.app";

  private static final Pattern ICON = Pattern.compile("media/[a-z0-9/._-]+\\.(svg|png)");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  // spec (WCAG 2.2, 1.4.3): a contrast ratio of at least 4.5:1
  private static final double CONTRAST = 4.5;

  private final Diagnostics diagnostics;

  AppConfigReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** What is wrong is reported and kept, so that it is not called missing as well. */
  AppConfig read(YamlReader yaml, List<Language> languages, SiteConfigReader texts) {
    Optional<YamlReader> app = yaml.mapping("app");
    var config =
        new AppConfig(
            checked(app, "id", AppConfigReader::isOwnId, "type.app-id"),
            app.flatMap(a -> texts.localized(a, "name", languages)),
            checked(app, "icon", icon -> ICON.matcher(icon).matches(), "type.app-icon"),
            checked(app, "colour", AppConfigReader::isUsable, "type.app-colour")
                .map(colour -> colour.toLowerCase(Locale.ROOT)));
    app.ifPresent(YamlReader::finish);
    return config;
  }

  private Optional<String> checked(
      Optional<YamlReader> app, String key, Predicate<String> rule, String expected) {
    Optional<String> value = app.flatMap(a -> a.text(key));
    if (value.isPresent() && !rule.test(value.get())) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE,
          app.orElseThrow().spanOf(key),
          key,
          value.get(),
          Term.of(expected));
    }
    return value;
  }

  private static boolean isOwnId(String id) {
    return ID.matcher(id).matches() && !id.equals(ID_OF_TESTS);
  }

  /** White words are written on it, and it must not be taken for the red of a warning. */
  private static boolean isUsable(String colour) {
    if (!COLOUR.matcher(colour).matches()) {
      return false;
    }
    int rgb = Integer.parseInt(colour.substring(1), 16);
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    boolean isReddish = red > 80 && red > 2 * Math.max(green, blue);
    boolean isDark = 1.05 / (luminance(red, green, blue) + 0.05) >= CONTRAST;
    return isDark && !isReddish;
  }

  private static double luminance(int red, int green, int blue) {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
