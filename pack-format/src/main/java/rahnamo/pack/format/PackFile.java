package rahnamo.pack.format;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open pack: its files can be read from it in any order, without unpacking it, and none gives
 * bytes that differ from {@code SHA256SUMS}. Safe for several threads.
 *
 * <p>Whether {@code SHA256SUMS} itself comes from somebody known, {@link PackVerifier} says.
 */
public final class PackFile implements Closeable {

  /** Larger files are checked before they are read, instead of being kept. */
  private static final int MAX_IN_MEMORY = 1 << 20;

  private final FileBytes file;
  private final Map<String, ZipEntry> entries;
  private final byte[] sumsBytes;
  private final Sha256Sums sums;

  private PackFile(FileBytes file) throws IOException, InvalidPackException {
    this.file = file;
    this.entries = new LinkedHashMap<>();
    for (ZipEntry entry : ZipDirectory.read(file)) {
      entries.put(entry.name(), entry);
    }
    this.sumsBytes = readSums();
    this.sums = Sha256Sums.parse(sumsBytes);
  }

  /**
   * Opens a pack and reads its directory and its sums.
   *
   * @throws InvalidPackException if it is no zip in the profile of packs, or holds other files than
   *     its sums say
   */
  public static PackFile open(File path) throws IOException, InvalidPackException {
    PackFile pack = openAny(path);
    List<Finding> faults = pack.faultsOfNames();
    if (!faults.isEmpty()) {
      pack.close();
      throw new InvalidPackException(faults.get(0));
    }
    return pack;
  }

  /** Opens a pack that may hold other files than its sums say. */
  private static PackFile openAny(File path) throws IOException, InvalidPackException {
    FileBytes file = FileBytes.open(path);
    try {
      return new PackFile(file);
    } catch (IOException | InvalidPackException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * All that is wrong with single files of a pack: those that are missing, that were added, and
   * that are not what they must be.
   *
   * @throws InvalidPackException if it is no zip in the profile of packs, or has no usable sums
   */
  static List<Finding> faults(File path) throws IOException, InvalidPackException {
    try (PackFile pack = openAny(path)) {
      List<Finding> faults = pack.faultsOfNames();
      List<ZipEntry> named = new ArrayList<>();
      for (ZipEntry entry : pack.entries.values()) {
        if (!Sha256Sums.isListed(entry.name()) || pack.sums.contains(entry.name())) {
          named.add(entry);
        }
      }
      faults.addAll(new FullCheck(pack.file, named, pack.sums).faults());
      return faults;
    }
  }

  private byte[] readSums() throws IOException, InvalidPackException {
    ZipEntry entry = entries.get(EntryName.SUMS);
    if (entry == null) {
      throw new InvalidPackException(VerificationCode.SUMS_MISSING);
    }
    if (entry.size() > PackLimits.MAX_SUMS_SIZE) {
      throw new InvalidPackException(VerificationCode.ENTRY_TOO_LARGE, EntryName.SUMS);
    }
    return unchecked(EntryName.SUMS);
  }

  /** Files that were added or taken out, in their order. */
  private List<Finding> faultsOfNames() {
    List<Finding> faults = new ArrayList<>();
    for (String name : entries.keySet()) {
      if (Sha256Sums.isListed(name) && !sums.contains(name)) {
        faults.add(Finding.of(VerificationCode.SUMS_MISSING_LINE, name));
      }
    }
    for (String name : sums.names()) {
      if (!contains(name)) {
        faults.add(Finding.of(VerificationCode.SUMS_EXTRA_LINE, name));
      }
    }
    return faults;
  }

  /** The digests of the files. */
  public Sha256Sums sums() {
    return sums;
  }

  /** The bytes of {@code SHA256SUMS}, which a signature covers; not to be changed. */
  byte[] sumsBytes() {
    return sumsBytes;
  }

  /** The names of all files, in their order. */
  public Set<String> names() {
    return sums.names();
  }

  /** Whether the pack has a file of this name. */
  public boolean contains(String name) {
    return entries.containsKey(name);
  }

  /**
   * How many bytes a file has.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public int size(String name) {
    return entry(name).size();
  }

  /**
   * A file as a stream whose {@code available()} and {@code skip} are exact, so that a part of it
   * can be served. At most a megabyte of it is in memory.
   *
   * @throws InvalidPackException if the file is damaged; then nothing of it is given
   * @throws IllegalArgumentException if there is no such file
   */
  public InputStream read(String name) throws IOException, InvalidPackException {
    return size(name) <= MAX_IN_MEMORY
        ? new ByteArrayInputStream(bytes(name))
        : CheckedStream.open(file, entry(name), sums.digestOf(name));
  }

  /**
   * All bytes of a file.
   *
   * @throws InvalidPackException if the file is damaged
   * @throws IllegalArgumentException if there is no such file
   */
  public byte[] bytes(String name) throws IOException, InvalidPackException {
    byte[] bytes = unchecked(name);
    sums.require(name, Digest.of(bytes));
    return bytes;
  }

  private byte[] unchecked(String name) throws IOException, InvalidPackException {
    ZipEntry entry = entry(name);
    byte[] bytes = new byte[entry.size()];
    try (EntryContent content = new EntryContent(file, entry)) {
      content.read(bytes, 0, bytes.length);
    }
    return bytes;
  }

  /** Puts a file into another pack as it stands here, unread and unchecked. */
  void copyTo(ZipWriter zip, String name, String newName) throws IOException {
    zip.copy(newName, entry(name), file);
  }

  /** Checks that every byte of the file is as it must be. */
  void checkAll(Progress progress) throws IOException, InvalidPackException {
    new FullCheck(file, new ArrayList<>(entries.values()), sums)
        .run(FullCheck.threads(file.length()), progress);
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no file " + name);
    }
    return entry;
  }

  /** Nothing can be read any more, nor from streams of large files. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
