package rahnamo.pack.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that an HTTP request asks for: all of it, some bytes, or none. Immutable. */
public final class ByteRange {

  // spec: RFC 9110, 14.1.2: ranges-specifier = range-unit "=" range-set; several ranges may be
  // ignored
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private final boolean isPart;
  private final long start;
  private final long length;
  private final long size;

  private ByteRange(boolean isPart, long start, long end, long size) {
    this.isPart = isPart;
    this.start = start;
    this.length = Math.max(0, end - start);
    this.size = size;
  }

  /** The whole of a file of so many bytes. */
  public static ByteRange whole(long size) {
    return new ByteRange(false, 0, size, size);
  }

  /**
   * The part that a {@code Range} header asks for; the whole file if the header is malformed or
   * asks for several parts.
   *
   * @param size the length of the file in bytes
   */
  public static ByteRange parse(String header, long size) {
    Matcher single = SINGLE.matcher(header.trim());
    if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
      return whole(size);
    }
    if (single.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(single.group(2)));
      return new ByteRange(true, size - last, size, size);
    }
    long start = Long.parseLong(single.group(1));
    long end = single.group(2).isEmpty() ? size : Long.parseLong(single.group(2)) + 1;
    if (end <= start && start < size) {
      return whole(size);
    }
    return new ByteRange(true, start, Math.min(end, size), size);
  }

  /** Whether the answer is to be a part, with a status of its own. */
  public boolean isPart() {
    return isPart;
  }

  /** Whether a part was asked for of which the file has no byte. */
  public boolean isOutside() {
    return isPart && length == 0;
  }

  /** The first byte, counted from 0. */
  public long start() {
    return start;
  }

  /** How many bytes. */
  public long length() {
    return length;
  }

  /** The {@code Content-Range} of this part. */
  public String header() {
    return "bytes " + (isOutside() ? "*" : start + "-" + (start + length - 1)) + "/" + size;
  }
}
