package rahnamo.app.share;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A short text that is given away. */
final class ServedBytes implements ServedFile {

  private final String contentType;
  private final byte[] bytes;

  ServedBytes(String contentType, String text) {
    this.contentType = contentType;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
