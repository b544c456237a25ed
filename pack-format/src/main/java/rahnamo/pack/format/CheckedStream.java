package rahnamo.pack.format;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A large entry as a stream. It has been read once before, so that it gives nothing of a damaged
 * entry; and each block is compared with that first reading, so that a disk that fails in between
 * gives nothing wrong either.
 */
final class CheckedStream extends InputStream {

  private static final int BLOCK = 1 << 16;

  private final EntryContent content;
  private final List<Digest> blocks;
  private final byte[] block = new byte[BLOCK];
  private int nextBlock;
  private int at;
  private int end;
  private int unread;

  private CheckedStream(EntryContent content, List<Digest> blocks, int size) {
    this.content = content;
    this.blocks = blocks;
    this.unread = size;
  }

  static CheckedStream open(FileBytes file, ZipEntry entry, Digest expected)
      throws IOException, InvalidPackException {
    List<Digest> blocks = new ArrayList<>();
    byte[] buffer = new byte[BLOCK];
    MessageDigest sha256 = Digest.sha256();
    try (EntryContent content = new EntryContent(file, entry)) {
      for (int left = entry.size(); left > 0; ) {
        int count = content.read(buffer, 0, BLOCK);
        blocks.add(Digest.of(buffer, 0, count));
        sha256.update(buffer, 0, count);
        left -= count;
      }
      if (!Digest.finish(sha256).equals(expected)) {
        throw new InvalidPackException(VerificationCode.ENTRY_DIGEST_DIFFERS, entry.name());
      }
    }
    return new CheckedStream(new EntryContent(file, entry), blocks, entry.size());
  }

  /** How many bytes are left: WebView checks ranges against it. */
  @Override
  public int available() {
    return end - at + unread;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int some = Math.min(count, end - at);
    System.arraycopy(block, at, buffer, offset, some);
    at += some;
    return some;
  }

  /** Skips exactly so many bytes, or all that are left. */
  @Override
  public long skip(long count) throws IOException {
    long left = count;
    while (left > 0 && hasMore()) {
      int some = (int) Math.min(left, end - at);
      at += some;
      left -= some;
    }
    return Math.max(0, count - left);
  }

  private boolean hasMore() throws IOException {
    if (at == end && unread > 0) {
      fill();
    }
    return at < end;
  }

  private void fill() throws IOException {
    try {
      end = content.read(block, 0, BLOCK);
    } catch (InvalidPackException e) {
      throw changed();
    }
    if (!Digest.of(block, 0, end).equals(blocks.get(nextBlock))) {
      throw changed();
    }
    at = 0;
    unread -= end;
    nextBlock++;
  }

  private IOException changed() {
    end = at;
    close();
    return new IOException("the pack was changed while it was read");
  }

  @Override
  public void close() {
    unread = 0;
    at = end;
    content.close();
  }
}
