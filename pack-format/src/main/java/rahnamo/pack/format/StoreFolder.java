package rahnamo.pack.format;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The folder of a store on the disk. A file in it has its whole content or is not there: it is
 * written under another name, forced to the disk, and renamed.
 *
 * <p>It relies on a rename that replaces what was there, as Android, Linux and macOS have it.
 */
class StoreFolder {

  /** What can be done without when the disk is full. */
  interface Spare {

    /** How many bytes it has. */
    long size();

    /** Deletes it, and says whether there is more room now. */
    boolean drop();
  }

  private static final String UNFINISHED = ".new";

  /** Room for what a store writes besides a pack. */
  private static final long RESERVE = 1 << 20;

  /** With less than that, nothing can be written any more. */
  private static final long FULL = 1 << 16;

  private final File folder;

  /** A folder, which is made if it is not there. */
  StoreFolder(File folder) throws IOException {
    this.folder = folder;
    if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
      throw new IOException("cannot make the folder " + folder);
    }
  }

  /** Where a file is or would be. */
  final File file(String name) {
    return new File(folder, name);
  }

  final boolean has(String name) {
    return file(name).isFile();
  }

  /** The names of everything in it, in order. */
  final List<String> names() {
    String[] found = folder.list();
    List<String> names = new ArrayList<>();
    if (found != null) {
      names.addAll(Arrays.asList(found));
    }
    Collections.sort(names);
    return names;
  }

  /** How many bytes may still be written. */
  long usableSpace() {
    return folder.getUsableSpace();
  }

  /**
   * Checks that there is room for so many bytes and a little more; drops what can be spared if that
   * helps.
   *
   * @throws InvalidPackException if there is none; it says how much is missing
   */
  final void requireRoom(long bytes, Spare spare) throws InvalidPackException {
    long needed = bytes + RESERVE;
    boolean isEnough =
        usableSpace() >= needed
            || (usableSpace() + spare.size() >= needed && spare.drop() && usableSpace() >= needed);
    if (!isEnough) {
      throw full(needed - spare.size());
    }
  }

  /** Why something could not be written, given how many bytes were still to come. */
  final InvalidPackException refusal(IOException failure, long bytes) {
    return isFull(failure)
        ? full(bytes + RESERVE)
        : new InvalidPackException(VerificationCode.INSTALL_NOT_WRITABLE);
  }

  private InvalidPackException full(long needed) {
    long missing = Math.max(1, needed - usableSpace());
    return new InvalidPackException(VerificationCode.INSTALL_DISK_FULL, String.valueOf(missing));
  }

  /** Whether it failed for want of room. */
  final boolean isFull(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("enospc") || message.contains("no space left") || usableSpace() < FULL;
  }

  final byte[] read(String name) throws IOException {
    File file = file(name);
    byte[] bytes = new byte[(int) Math.min(file.length(), PackLimits.MAX_ENTRY_SIZE)];
    try (InputStream in = new FileInputStream(file)) {
      int at = 0;
      for (int count = 0; at < bytes.length && count >= 0; at += Math.max(0, count)) {
        count = in.read(bytes, at, bytes.length - at);
      }
      return Arrays.copyOf(bytes, at);
    }
  }

  /** Writes a small file: at any moment there is the old one or the new one. */
  void write(String name, byte[] bytes) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file(name + UNFINISHED))) {
      out.write(bytes);
      out.getFD().sync();
    }
    rename(name + UNFINISHED, name);
  }

  /** Gives a file another name, in the place of the file that has it. */
  void rename(String from, String to) throws IOException {
    if (!file(from).renameTo(file(to))) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  /** Deletes a file if it is there. */
  final void delete(String name) throws IOException {
    File file = file(name);
    if (!file.delete() && file.exists()) {
      throw new IOException("cannot delete " + name);
    }
  }

  /** Deletes a file if possible; what stays takes room and does no harm. */
  boolean tryDelete(String name) {
    return file(name).delete();
  }
}
