package rahnamo.app;

import java.io.IOException;
import java.io.InputStream;
import rahnamo.app.library.Brand;
import rahnamo.pack.format.PackSource;

/** The pack that came with the app. */
final class AssetSource implements PackSource {

  private final Brand brand;
  private final int appVersion;

  AssetSource(Brand brand, int appVersion) {
    this.brand = brand;
    this.appVersion = appVersion;
  }

  @Override
  public String key() {
    return "asset " + appVersion;
  }

  /** The pack lies in the app uncompressed, so what is available is all of it. */
  @Override
  public long length() {
    try (InputStream in = brand.openPack()) {
      return in.available();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public InputStream open(long offset) throws IOException {
    return SkippedStream.from(brand.openPack(), offset);
  }
}
