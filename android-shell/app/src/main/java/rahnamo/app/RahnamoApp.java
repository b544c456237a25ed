package rahnamo.app;

import android.app.Application;
import android.content.res.AssetManager;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import rahnamo.app.library.Brand;
import rahnamo.app.library.PackImport;
import rahnamo.app.library.PackWords;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackSource;
import rahnamo.pack.format.PackStore;

/** What lives as long as the app does: the packs, and the one that is being taken in. */
public class RahnamoApp extends Application {

  private static final String PACKS = "packs";

  private Brand brand;
  private PackStore store;
  private PackImport[] running = {};

  @Override
  public void onCreate() {
    super.onCreate();
    brand = new Brand(assets());
    try {
      store = open(new File(getNoBackupFilesDir(), PACKS));
    } catch (IOException e) {
      // Without its own folder an app cannot do anything; the system shows that it stopped.
      throw new IllegalStateException(e);
    }
  }

  /** The files that came with the app. */
  Brand.Assets assets() {
    final AssetManager assets = getAssets();
    return new Brand.Assets() {
      @Override
      public InputStream open(String name) throws IOException {
        return assets.open(name, AssetManager.ACCESS_STREAMING);
      }
    };
  }

  PackStore open(File folder) throws IOException {
    return PackStore.open(folder, brand.anchor(), today());
  }

  /** The day that the phone's clock shows. */
  final PackDate today() {
    return PackWords.date(Clock.now());
  }

  final Brand brand() {
    return brand;
  }

  final PackStore store() {
    return store;
  }

  /** Begins to take a pack in; whatever came before is over or cancelled. */
  final PackImport begin(PackSource source, boolean isAsking) {
    for (PackImport before : running) {
      before.cancel();
    }
    final PackImport begun = new PackImport(store, source, isAsking);
    running = new PackImport[] {begun};
    Background.run(
        new Runnable() {
          @Override
          public void run() {
            begun.run();
          }
        });
    return begun;
  }

  /** Whether a pack is being taken in, or waits for the reader's consent. */
  final boolean isImporting() {
    return hasImport() && !running[0].isOver();
  }

  /** Whether any pack was begun since the app started. */
  final boolean hasImport() {
    return running.length > 0;
  }

  /** The last pack that was begun; there must be one. */
  final PackImport running() {
    return running[0];
  }
}
