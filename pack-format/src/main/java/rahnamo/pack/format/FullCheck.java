package rahnamo.pack.format;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The reading of a whole pack in which every byte is checked. A few threads share the entries,
 * because a cheap phone has slow processors, but several of them. Which fault is reported does not
 * depend on them: it is always that of the first faulty entry.
 */
final class FullCheck {

  private static final int MAX_THREADS = 4;

  /** A thread more is worth its start from so many bytes on. */
  private static final int BYTES_PER_THREAD = 1 << 17;

  private static final int BLOCK = 1 << 16;

  private final FileBytes file;
  private final List<ZipEntry> entries;
  private final Sha256Sums sums;
  private final boolean[] isGood;
  private int next;
  private long checked;
  private boolean isStopped;

  FullCheck(FileBytes file, List<ZipEntry> entries, Sha256Sums sums) {
    this.file = file;
    this.entries = entries;
    this.sums = sums;
    this.isGood = new boolean[entries.size()];
  }

  /** As many threads as are of use on this device for a file of some length. */
  static int threads(long length) {
    int processors = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    return (int) Math.min(processors, 1 + length / BYTES_PER_THREAD);
  }

  /**
   * Checks everything.
   *
   * @param progress is told from the calling thread only
   * @throws InvalidPackException if an entry is not what its headers and the sums say, or if the
   *     progress said to stop
   */
  void run(int threads, Progress progress) throws IOException, InvalidPackException {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      others.add(start());
    }
    checkEntries(progress);
    for (Thread other : others) {
      await(other);
    }
    // The others may have left nothing to the calling thread, so it asks once more.
    if (isStopped || !progress.advanced(checked, file.length())) {
      throw new InvalidPackException(VerificationCode.INSTALL_CANCELLED);
    }
    checkRest();
  }

  private Thread start() {
    Thread thread =
        new Thread("check") {
          @Override
          public void run() {
            checkEntries(Progress.IGNORED);
          }
        };
    thread.start();
    return thread;
  }

  /** Checks one entry after another, whichever is the next, until a fault is found. */
  private void checkEntries(Progress progress) {
    try (EntryContent content = new EntryContent(file)) {
      Reading reading = new Reading(content);
      for (int i = take(); i < isGood.length; i = take()) {
        reading.check(entries.get(i));
        if (!progress.advanced(good(i), file.length())) {
          stop();
        }
      }
    } catch (IOException | InvalidPackException e) {
      // An entry before this one may be faulty too: the rest is read once more in its order.
      takeNoMore();
    }
  }

  /** Checks in their order the entries that nobody has found good; mostly there are none. */
  private void checkRest() throws IOException, InvalidPackException {
    try (EntryContent content = new EntryContent(file)) {
      Reading reading = new Reading(content);
      for (int i = 0; i < isGood.length; i++) {
        if (!isGood[i]) {
          reading.check(entries.get(i));
        }
      }
    }
  }

  /** What is wrong with each faulty entry, in their order. */
  List<Finding> faults() throws IOException {
    List<Finding> faults = new ArrayList<>();
    for (ZipEntry entry : entries) {
      try (EntryContent content = new EntryContent(file)) {
        new Reading(content).check(entry);
      } catch (InvalidPackException e) {
        faults.add(e.finding());
      }
    }
    return faults;
  }

  private synchronized int take() {
    return next < isGood.length ? next++ : next;
  }

  private synchronized void takeNoMore() {
    next = isGood.length;
  }

  private synchronized void stop() {
    isStopped = true;
    takeNoMore();
  }

  private synchronized long good(int i) {
    isGood[i] = true;
    checked += entries.get(i).end() - entries.get(i).offset();
    return checked;
  }

  private static void await(Thread other) {
    boolean isInterrupted = false;
    while (other.isAlive()) {
      try {
        other.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a thread needs for all its entries. */
  private final class Reading {

    private final EntryContent content;
    private final MessageDigest sha256 = Digest.sha256();
    private final byte[] buffer = new byte[BLOCK];

    Reading(EntryContent content) {
      this.content = content;
    }

    void check(ZipEntry entry) throws IOException, InvalidPackException {
      content.begin(entry);
      int left = entry.size();
      do {
        int count = content.read(buffer, 0, buffer.length);
        sha256.update(buffer, 0, count);
        left -= count;
      } while (left > 0);
      sums.require(entry.name(), Digest.finish(sha256));
    }
  }
}
