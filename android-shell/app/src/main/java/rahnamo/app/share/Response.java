package rahnamo.app.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import rahnamo.app.page.PagePolicy;
import rahnamo.pack.format.ByteRange;

/** The answer to one request: a file, a part of it, or a refusal. */
final class Response {

  private static final int BUFFER = 1 << 16;

  private final ServedFiles files;
  private final String authority;
  private final AtomicLong lastUse;
  private final Visit visit;

  Response(ServedFiles files, String authority, AtomicLong lastUse, Visit visit) {
    this.files = files;
    this.authority = authority;
    this.lastUse = lastUse;
    this.visit = visit;
  }

  void send(RequestHead head, OutputStream out) throws IOException {
    boolean isHead = head.method().equals("HEAD");
    if (!isHead && !head.method().equals("GET")) {
      refuse("405 Method Not Allowed", "only reading is possible here\n", out);
      return;
    }
    // A page of another site could have its name lead here (DNS rebinding); its Host tells.
    if (!head.header("host").equals(authority)) {
      refuse("421 Misdirected Request", "this is not the host that was asked for\n", out);
      return;
    }
    ServedFiles.Found found = files.find(head.path());
    if (!found.isThere()) {
      send("404 Not Found", found.file(), ByteRange.whole(found.file().length()), isHead, out);
      return;
    }
    ByteRange range = ByteRange.parse(head.header("range"), found.file().length());
    String status = range.isPart() ? "206 Partial Content" : "200 OK";
    send(
        range.isOutside() ? "416 Range Not Satisfiable" : status, found.file(), range, isHead, out);
  }

  private void refuse(String status, String reason, OutputStream out) throws IOException {
    ServedFile text = new ServedBytes("text/plain; charset=utf-8", reason);
    send(status, text, ByteRange.whole(text.length()), false, out);
  }

  private void send(
      String status, ServedFile file, ByteRange range, boolean isHead, OutputStream out)
      throws IOException {
    // Opened first: a damaged file gives no answer at all, rather than a broken one.
    try (InputStream in = file.open()) {
      visit.advance(System.nanoTime());
      out.write(head(status, file, range));
      if (!isHead) {
        skip(in, range.start());
        copy(in, range.length(), out);
      }
      out.flush();
    }
  }

  private static byte[] head(String status, ServedFile file, ByteRange range) {
    Map<String, String> headers = new TreeMap<>(PagePolicy.headers());
    headers.put("Content-Type", file.contentType());
    headers.put("Content-Length", Long.toString(range.length()));
    headers.put("Connection", "close");
    if (range.isPart()) {
      headers.put("Content-Range", range.header());
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return RequestHead.ascii(head.append("\r\n").toString());
  }

  private static void skip(InputStream in, long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        throw new IOException("the file is shorter than it was");
      }
      left -= skipped;
    }
  }

  private void copy(InputStream in, long count, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = count;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the file is shorter than it was");
      }
      long now = System.nanoTime();
      lastUse.set(now);
      visit.advance(now);
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
