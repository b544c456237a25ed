package rahnamo.share;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import rahnamo.pack.format.ByteRange;
import rahnamo.pack.format.ContentType;

/** Answers a request with a file, or with the part of it that a broken download still lacks. */
final class FileAnswer {

  private static final int BUFFER = 64 * 1024;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Tells the server that an answer has no body. */
  private static final int NO_BODY = -1;

  private final HttpExchange exchange;
  private final Path file;

  FileAnswer(HttpExchange exchange, Path file) {
    this.exchange = exchange;
    this.file = file;
  }

  /** Sends the file as it is now: a build that replaces it meanwhile does not mix old and new. */
  void send() throws IOException {
    try (FileChannel bytes =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = bytes.size();
      String tag = tag(size);
      describe(tag);
      if (request("If-None-Match").filter(tag::equals).isPresent()) {
        exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
        return;
      }
      ByteRange range = range(tag, size);
      if (range.isPart()) {
        exchange.getResponseHeaders().set("Content-Range", range.header());
      }
      if (range.isOutside()) {
        exchange.sendResponseHeaders(RANGE_NOT_SATISFIABLE, NO_BODY);
        return;
      }
      send(bytes, range.isPart() ? PARTIAL : OK, range);
    }
  }

  private void send(FileChannel bytes, int status, ByteRange part) throws IOException {
    boolean isEmpty = part.length() == 0 || exchange.getRequestMethod().equals("HEAD");
    if (isEmpty) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(part.length()));
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(status, part.length());
    copy(bytes, part, exchange.getResponseBody());
  }

  private static void copy(FileChannel bytes, ByteRange part, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long at = part.start();
    long end = part.start() + part.length();
    while (at < end) {
      buffer.clear().limit((int) Math.min(BUFFER, end - at));
      int read = bytes.read(buffer, at);
      if (read < 0) {
        throw new IOException("the file became shorter while it was sent");
      }
      out.write(buffer.array(), 0, read);
      at += read;
    }
  }

  private void describe(String tag) {
    Headers headers = exchange.getResponseHeaders();
    String name = file.getFileName().toString();
    headers.set("Content-Type", ContentType.of(name));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Accept-Ranges", "bytes");
    headers.set("Cache-Control", "no-cache");
    headers.set("ETag", tag);
    if (ContentType.isDownload(name)) {
      headers.set("Content-Disposition", "attachment");
    }
  }

  /** The part asked for, unless it continues a download of other bytes. */
  private ByteRange range(String tag, long size) {
    boolean isOther = request("If-Range").filter(known -> !known.equals(tag)).isPresent();
    Optional<String> asked = request("Range").filter(header -> !isOther);
    return asked
        .map(header -> ByteRange.parse(header, size))
        .orElseGet(() -> ByteRange.whole(size));
  }

  private Optional<String> request(String header) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header));
  }

  private String tag(long size) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
    return "\"" + Long.toHexString(changed.to(TimeUnit.NANOSECONDS)) + "-" + size + "\"";
  }
}
