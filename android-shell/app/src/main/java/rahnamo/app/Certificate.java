package rahnamo.app;

import android.content.Context;
import android.content.pm.PackageManager;
import android.content.pm.Signature;
import rahnamo.pack.format.Digest;

/** The certificate that the installed app was signed with. */
final class Certificate {

  /** Its secret key lies in the sources, so whoever likes can sign with it. */
  private static final String OF_TESTS =
      "d52d116606b740701917f5de9ded3f3ea86460b67f7e9f012ec396a253aba2ac";

  private final String sha256;

  private Certificate(String sha256) {
    this.sha256 = sha256;
  }

  static Certificate of(Context context) {
    try {
      Signature[] signatures =
          context
              .getPackageManager()
              .getPackageInfo(context.getPackageName(), PackageManager.GET_SIGNATURES)
              .signatures;
      return new Certificate(
          signatures == null || signatures.length != 1
              ? ""
              : Digest.of(signatures[0].toByteArray()).hex());
    } catch (PackageManager.NameNotFoundException e) {
      throw new IllegalStateException("this app is not installed", e);
    }
  }

  /** SHA-256 of the certificate, as tools print it; empty if the system does not tell. */
  String sha256() {
    return sha256;
  }

  boolean isOfTests() {
    return sha256.equals(OF_TESTS);
  }
}
