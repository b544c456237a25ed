package rahnamo.pack.format;

/**
 * The name of a pack on a disk or a server, such as {@code migrant-tg-20260301-42.zip}; of a delta
 * pack {@code migrant-tg-20260301-42-from-41.zip}. ASCII and one dot, because messengers mend
 * everything else.
 */
public final class PackFileName {

  private static final String EXTENSION = ".zip";

  private PackFileName() {}

  /** The name that a pack should have. */
  public static String of(PackManifest manifest) {
    String base = manifest.isDelta() ? "-from-" + manifest.base().sequence() : "";
    return manifest.id()
        + "-"
        + manifest.created().digits()
        + "-"
        + manifest.sequence()
        + base
        + EXTENSION;
  }

  /** Whether a name has the form of a pack's name; says nothing about the file. */
  public static boolean isValid(String name) {
    return name.matches(
        "[a-z0-9](-?[a-z0-9]){0,63}-2[0-9]{7}-(0|[1-9][0-9]{0,15})(-from-(0|[1-9][0-9]{0,15}))?\\.zip");
  }
}
