package rahnamo.render;

import java.util.List;
import java.util.Optional;

/**
 * Everything that readers can take along from a site. Immutable.
 *
 * @param packs the packs
 * @param publisher the fingerprint of whoever signed them
 * @param app the Android app, if there is one
 */
public record Downloads(List<Download> packs, Optional<String> publisher, Optional<App> app) {

  /**
   * An Android app.
   *
   * @param file its name in the folder of apps
   * @param size its bytes
   * @param digest its SHA-256
   * @param certificate the SHA-256 of the certificate that it is signed with
   */
  public record App(String file, long size, String digest, String certificate) {}
}
