package rahnamo.apktools;

import java.util.Set;

/**
 * A file inside an app.
 *
 * @param name its path, with slashes
 * @param isStored whether it lies there uncompressed, so that a phone can map it into memory
 */
public record ApkFile(String name, Content content, boolean isStored) {

  /** Where the files lie that an app opens by name. */
  static final String ASSETS = "assets/";

  private static final Set<String> NOT_WORTH_PACKING = Set.of("png", "jpg", "zip", "arsc");

  /** A file that is compressed unless its kind says that this gains nothing or is not allowed. */
  public static ApkFile of(String name, Content content) {
    String kind = name.substring(name.lastIndexOf('.') + 1);
    return new ApkFile(name, content, NOT_WORTH_PACKING.contains(kind));
  }

  /** A file that the app opens by name. */
  static ApkFile asset(String name, Content content) {
    return of(ASSETS + name, content);
  }
}
