package rahnamo.pack.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A pack that comes from somewhere, perhaps haltingly. */
final class TestSource implements PackSource {

  private final String key;
  private final byte[] bytes;
  private boolean isLengthKnown = true;
  private int end;

  /** The places from which it was read. */
  final List<Long> offsets = new ArrayList<>();

  /** How far it was read. */
  long farthest;

  TestSource(String key, byte[] bytes) {
    this.key = key;
    this.bytes = bytes;
    this.end = bytes.length;
  }

  static TestSource of(TestPack pack) throws Exception {
    return new TestSource("pack", pack.bytes());
  }

  TestSource ofUnknownLength() {
    isLengthKnown = false;
    return this;
  }

  /** From now on the connection breaks after so many bytes of the whole. */
  TestSource breakingAt(int place) {
    end = place;
    return this;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public long length() {
    return isLengthKnown ? bytes.length : -1;
  }

  @Override
  public InputStream open(long offset) {
    offsets.add(offset);
    int start = (int) offset;
    var in = new ByteArrayInputStream(bytes, start, Math.max(0, end - start));
    return new InputStream() {
      private long at = offset;

      @Override
      public int read() {
        throw new UnsupportedOperationException("one byte at a time is too slow");
      }

      @Override
      public int read(byte[] buffer, int from, int count) throws IOException {
        int some = in.read(buffer, from, Math.min(count, 10_000));
        if (some < 0 && end < bytes.length) {
          throw new IOException("the connection broke");
        }
        at += Math.max(0, some);
        farthest = Math.max(farthest, at);
        return some;
      }
    };
  }
}
