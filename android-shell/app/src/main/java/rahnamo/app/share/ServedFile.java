package rahnamo.app.share;

import java.io.IOException;
import java.io.InputStream;

/** Something that the local server gives away. */
interface ServedFile {

  /** Its media type. */
  String contentType();

  /** How many bytes it has. */
  long length();

  /** Its bytes from the beginning; the caller closes the stream. */
  InputStream open() throws IOException;
}
