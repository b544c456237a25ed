package rahnamo.app;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.provider.OpenableColumns;
import java.io.IOException;
import java.io.InputStream;
import rahnamo.pack.format.PackSource;

/**
 * A document that another app handed over. Nothing it says of itself is believed but its bytes; its
 * app may fail in any way.
 */
final class DocumentSource implements PackSource {

  private final ContentResolver resolver;
  private final Uri document;

  DocumentSource(ContentResolver resolver, Uri document) {
    this.resolver = resolver;
    this.document = document;
  }

  @Override
  public String key() {
    return document + " " + length();
  }

  @Override
  public long length() {
    String[] wanted = {OpenableColumns.SIZE};
    try (Cursor row = resolver.query(document, wanted, null, null, null)) {
      boolean isKnown = row != null && row.moveToFirst() && !row.isNull(0);
      return isKnown && row.getLong(0) > 0 ? row.getLong(0) : -1;
    } catch (RuntimeException e) {
      // An app that gives documents may throw whatever it likes in here.
      return -1;
    }
  }

  @Override
  public InputStream open(long offset) throws IOException {
    InputStream in;
    try {
      in = resolver.openInputStream(document);
    } catch (RuntimeException e) {
      throw new IOException("the app that has the document failed", e);
    }
    if (in == null) {
      throw new IOException("no such document");
    }
    return SkippedStream.from(in, offset);
  }
}
