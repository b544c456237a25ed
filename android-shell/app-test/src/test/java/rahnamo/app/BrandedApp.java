package rahnamo.app;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import rahnamo.app.library.Brand;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.SamplePublisher;
import rahnamo.pack.format.TrustPaths;

/** The app of a publisher, with a pack in it. */
public final class BrandedApp extends RahnamoApp {

  static final SamplePublisher PUBLISHER = new SamplePublisher();

  @Override
  Brand.Assets assets() {
    Map<String, byte[]> files =
        Map.of(TrustPaths.root(1), PUBLISHER.document(), Brand.PACK, pack());
    return name -> {
      byte[] bytes = files.get(name);
      if (bytes == null) {
        throw new FileNotFoundException(name);
      }
      return new ByteArrayInputStream(bytes);
    };
  }

  private static byte[] pack() {
    try {
      SamplePack pack = SamplePack.numbered(7).signedBy(PUBLISHER);
      return Files.readAllBytes(Phone.file(pack).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
