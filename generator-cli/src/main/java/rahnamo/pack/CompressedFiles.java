package rahnamo.pack;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rahnamo.pack.format.Digest;

/**
 * Files as they stand in archives, kept because they are needed again: they are compressed as soon
 * as they are read for their digest, and most stand in two packs of a site. Safe for threads.
 */
final class CompressedFiles {

  /** As many bytes are kept; files beyond are compressed again. */
  private static final long MOST_BYTES = 32 << 20;

  private final ConcurrentMap<Digest, CompressedFile> files = new ConcurrentHashMap<>();
  private final AtomicLong room = new AtomicLong(MOST_BYTES);

  /** Compresses a file unless that was done before. */
  void add(Digest digest, byte[] bytes) {
    if (files.containsKey(digest) || room.get() <= 0) {
      return;
    }
    CompressedFile file = CompressedFile.of(bytes);
    // Once there is no room, there is none for good: trying each time would compress in vain.
    if (room.addAndGet(-file.bytes().length) >= 0 && files.putIfAbsent(digest, file) != null) {
      room.addAndGet(file.bytes().length);
    }
  }

  /** The file with a digest, if it was kept. */
  @Nullable CompressedFile find(Digest digest) {
    return files.get(digest);
  }
}
