package rahnamo.apktools;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes an app that of a publisher.
 *
 * @param applicationId by which phones tell it from all other apps, such as {@code
 *     org.example.help}
 * @param names the app's name by resource qualifier, such as {@code -ru}; the empty one for all
 *     other languages
 * @param versionCode the number that must rise with each update
 * @param versionName what people call the version
 * @param icon its own icon, if it has one
 * @param assets files that the app finds at run time, by name
 */
public record AppBrand(
    String applicationId,
    Map<String, String> names,
    int versionCode,
    String versionName,
    Optional<AppIcon> icon,
    SortedMap<String, Content> assets) {

  /** The id of the app that the build makes, which no publisher may use. */
  static final String TEST_ID = "rahnamo.app";

  // spec (Android, "Configure the app module"): at least two segments, each starting with a letter,
  // of letters, digits and underscores
  private static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9_]{0,40}(\\.[a-z][a-z0-9_]{0,40}){1,6}");

  public AppBrand {
    if (!isId(applicationId)) {
      throw new IllegalArgumentException("not an application id: " + applicationId);
    }
    if (!names.containsKey("")) {
      throw new IllegalArgumentException("there is no name for other languages");
    }
  }

  /** Whether phones and this tool accept an application id. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** The manifest with id and version; the authority of the provider follows the id. */
  String applyTo(String manifest) {
    String named = replace(manifest, " package=\"[^\"]*\"", " package=\"" + applicationId + "\"");
    String numbered =
        replace(
            named, "android:versionCode=\"[^\"]*\"", "android:versionCode=\"" + versionCode + "\"");
    String versioned =
        replace(
            numbered,
            "android:versionName=\"[^\"]*\"",
            "android:versionName=\"" + versionName + "\"");
    return versioned.replace("\"" + TEST_ID + ".share\"", "\"" + applicationId + ".share\"");
  }

  private static String replace(String text, String what, String by) {
    return Pattern.compile(what).matcher(text).replaceFirst(Matcher.quoteReplacement(by));
  }
}
