package rahnamo.app;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import java.io.File;
import java.io.FileNotFoundException;
import rahnamo.app.share.ServedFiles;
import rahnamo.pack.format.ContentType;
import rahnamo.pack.format.InstalledPack;
import rahnamo.pack.format.PackFileName;
import rahnamo.pack.format.PackStore;

/**
 * Gives other apps exactly two files, the current pack and this app, and only those apps that the
 * reader chose to send one to.
 */
public final class ShareProvider extends ContentProvider {

  private static final String AUTHORITY = ".share";

  /** Where the current pack can be read. */
  static Uri pack(Context context, InstalledPack pack) {
    return address(context, PackFileName.of(pack.report().manifest()));
  }

  /** Where this app can be read. */
  static Uri app(Context context) {
    return address(context, ServedFiles.APP_NAME);
  }

  private static Uri address(Context context, String name) {
    return new Uri.Builder()
        .scheme("content")
        .authority(context.getPackageName() + AUTHORITY)
        .appendPath(name)
        .build();
  }

  /** This app on the disk. */
  static File appFile(Context context) {
    return new File(context.getApplicationInfo().sourceDir);
  }

  @Override
  public boolean onCreate() {
    return true;
  }

  private File file(Uri address) throws FileNotFoundException {
    Context context = getContext();
    if (address.equals(app(context))) {
      return appFile(context);
    }
    PackStore store = ((RahnamoApp) context.getApplicationContext()).store();
    if (store.hasCurrent() && address.equals(pack(context, store.current()))) {
      return store.current().file();
    }
    throw new FileNotFoundException("nothing is shared there");
  }

  @Override
  public ParcelFileDescriptor openFile(Uri address, String mode) throws FileNotFoundException {
    if (!mode.equals("r")) {
      throw new FileNotFoundException("only reading is possible");
    }
    return ParcelFileDescriptor.open(file(address), ParcelFileDescriptor.MODE_READ_ONLY);
  }

  @Override
  public String getType(Uri address) {
    return ContentType.of(String.valueOf(address.getLastPathSegment()));
  }

  @Override
  public Cursor query(Uri address, String[] columns, String where, String[] values, String order) {
    String[] shown = {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE};
    MatrixCursor rows = new MatrixCursor(shown, 1);
    try {
      rows.addRow(new Object[] {address.getLastPathSegment(), file(address).length()});
    } catch (FileNotFoundException e) {
      // No row says that nothing is there.
    }
    return rows;
  }

  @Override
  public Uri insert(Uri address, ContentValues values) {
    throw new UnsupportedOperationException("only reading is possible");
  }

  @Override
  public int delete(Uri address, String where, String[] values) {
    throw new UnsupportedOperationException("only reading is possible");
  }

  @Override
  public int update(Uri address, ContentValues values, String where, String[] arguments) {
    throw new UnsupportedOperationException("only reading is possible");
  }
}
