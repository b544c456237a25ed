package rahnamo.share;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file: its first byte, counted from 0, and its length.
 *
 * @param start the first byte
 * @param length how many bytes; 0 if nothing of the file was meant
 */
record ByteRange(long start, long length) {

  // spec: RFC 9110, 14.1.2: ranges-specifier = range-unit "=" range-set; several ranges may be
  // ignored
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part that a {@code Range} header asks for; empty if the whole file is to be sent, because
   * the header is malformed or asks for several parts.
   *
   * @param size the length of the file in bytes
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher single = SINGLE.matcher(header.strip());
    if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (single.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(single.group(2)));
      return Optional.of(new ByteRange(size - last, last));
    }
    long start = Long.parseLong(single.group(1));
    long end = single.group(2).isEmpty() ? size - 1 : Long.parseLong(single.group(2));
    if (end < start && start < size) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(start, Math.max(0, Math.min(end, size - 1) - start + 1)));
  }

  /** The {@code Content-Range} of this part of a file. */
  String header(long size) {
    return "bytes " + start + "-" + (start + length - 1) + "/" + size;
  }
}
