package rahnamo.pack.format;

/** The names of the files in a pack that prove where it comes from. */
public final class TrustPaths {

  /** The folder of them all. */
  public static final String FOLDER = "trust/";

  /** The pack key as PEM, so that {@code openssl} can check the signature. */
  public static final String PACK_KEY = FOLDER + "pack.pem";

  private TrustPaths() {}

  /** The root document of a version. */
  public static String root(int version) {
    return FOLDER + "root." + version + ".json";
  }

  /** The signature of a key over the root document of a version. */
  public static String rootSignature(int version, Digest fingerprint) {
    return FOLDER + "root." + version + "." + fingerprint.hex() + ".sig";
  }
}
