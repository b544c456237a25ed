package rahnamo.app;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import rahnamo.pack.format.InstalledPack;
import rahnamo.pack.format.SamplePack;

@RunWith(RobolectricTestRunner.class)
public class ShareProviderTest {

  private static final String BASE = "content://rahnamo.app.share/";
  private static final String[] NONE = {};

  private ShareProvider provider;
  private InstalledPack pack;

  @Before
  public void installAPack() throws Exception {
    Phone.install(SamplePack.numbered(7));
    pack = Phone.app().store().current();
    provider = Robolectric.setupContentProvider(ShareProvider.class, "rahnamo.app.share");
  }

  @Test
  public void packIsGivenUnderItsName() throws Exception {
    Uri address = ShareProvider.pack(Phone.app(), pack);

    assertEquals(BASE + "sample-tg-20260301-7.zip", address.toString());
    assertEquals("application/zip", provider.getType(address));
    try (ParcelFileDescriptor file = provider.openFile(address, "r");
        var in = new ParcelFileDescriptor.AutoCloseInputStream(file)) {
      assertArrayEquals(Files.readAllBytes(pack.file().toPath()), in.readAllBytes());
    }
    try (Cursor row = provider.query(address, NONE, "", NONE, "")) {
      assertTrue(row.moveToFirst());
      assertEquals(
          "sample-tg-20260301-7.zip",
          row.getString(row.getColumnIndex(OpenableColumns.DISPLAY_NAME)));
      assertEquals(pack.file().length(), row.getLong(row.getColumnIndex(OpenableColumns.SIZE)));
    }
  }

  @Test
  public void appIsGivenAsItWasInstalled() {
    assertEquals(BASE + "rahnamo.apk", ShareProvider.app(Phone.app()).toString());
    assertEquals(
        "application/vnd.android.package-archive",
        provider.getType(ShareProvider.app(Phone.app())));
  }

  @Test
  public void nothingElseIsGiven() {
    for (String path :
        new String[] {
          "", "sample-tg-20260301-6.zip", "../rahnamo.apk", "%2e%2e/shared_prefs/settings.xml",
          "rahnamo.apk/x", "state", "settings.xml", "rahnamo.apk?x"
        }) {
      Uri address = Uri.parse(BASE + path);
      assertThrows(path, FileNotFoundException.class, () -> provider.openFile(address, "r"));
      try (Cursor rows = provider.query(address, NONE, "", NONE, "")) {
        assertFalse(path, rows.moveToFirst());
      }
    }
  }

  @Test
  public void nothingCanBeChanged() {
    Uri address = ShareProvider.pack(Phone.app(), pack);
    for (String mode : new String[] {"w", "rw", "rwt", "wa"}) {
      assertThrows(mode, FileNotFoundException.class, () -> provider.openFile(address, mode));
    }
    assertThrows(
        UnsupportedOperationException.class, () -> provider.insert(address, new ContentValues()));
    assertThrows(UnsupportedOperationException.class, () -> provider.delete(address, "", NONE));
    assertThrows(
        UnsupportedOperationException.class,
        () -> provider.update(address, new ContentValues(), "", NONE));
  }
}
