package rahnamo.app.library;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackLimits;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustPaths;

/** What a publisher put into the app: the root documents to trust, and a pack to begin with. */
public final class Brand {

  /** The name of the pack among the app's own files. */
  public static final String PACK = "pack.zip";

  /** The name of the file that says what colour the bar above trusted pages has. */
  public static final String COLOUR = "colour";

  /** The files that came with the app. */
  public interface Assets {
    /**
     * Opens one.
     *
     * @throws FileNotFoundException if there is none of this name
     */
    InputStream open(String name) throws IOException;
  }

  private final Assets assets;

  public Brand(Assets assets) {
    this.assets = assets;
  }

  /**
   * The publisher to trust; nobody if the app names none.
   *
   * @throws IllegalStateException if what the app names cannot be read: an app that trusts somebody
   *     else than its maker meant must not run
   */
  public TrustAnchor anchor() {
    List<RootDocument> roots = new ArrayList<>();
    try {
      while (true) {
        roots.add(RootDocument.parse(read(TrustPaths.root(roots.size() + 1))));
      }
    } catch (FileNotFoundException e) {
      return roots.isEmpty() ? TrustAnchor.none() : TrustAnchor.of(roots);
    } catch (IOException | InvalidPackException e) {
      throw new IllegalStateException("the app's own root document is wrong", e);
    }
  }

  private byte[] read(String name) throws IOException {
    try (InputStream in = assets.open(name)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        all.write(buffer, 0, count);
        if (all.size() > PackLimits.MAX_DOCUMENT_SIZE) {
          throw new IOException("too long: " + name);
        }
      }
      return all.toByteArray();
    }
  }

  /**
   * The colour of the bar above trusted pages, which is opaque.
   *
   * @param usual that of an app that names none
   */
  public int colour(int usual) {
    try {
      String digits = new String(read(COLOUR), StandardCharsets.US_ASCII);
      return 0xff000000 | Integer.parseInt(digits.substring(1), 16);
    } catch (IOException e) {
      return usual;
    }
  }

  /** Whether a pack came with the app. */
  public boolean hasPack() {
    try {
      assets.open(PACK).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The pack that came with the app. */
  public InputStream openPack() throws IOException {
    return assets.open(PACK);
  }
}
