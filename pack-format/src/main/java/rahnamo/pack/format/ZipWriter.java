package rahnamo.pack.format;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a zip in the profile of packs, for results of delta packs.
 *
 * <p>The files in it are the same everywhere, its own bytes are not: each system deflates in its
 * own way. Generators pin a deflater.
 */
final class ZipWriter implements Closeable {

  private static final int BUFFER = 1 << 16;

  /** The bytes of a file, to be read twice if need be. */
  interface Content {
    InputStream open() throws IOException;
  }

  private final RandomAccessFile out;
  private final List<ZipEntry> entries = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] deflated = new byte[BUFFER];
  private long end;

  /** Begins a zip in the place of whatever the file holds. */
  ZipWriter(File path) throws IOException {
    out = new RandomAccessFile(path, "rw");
    out.setLength(0);
  }

  /** Adds a file; names come in their order. */
  void add(String name, Content content) throws IOException {
    ZipEntry entry = write(name, content, true);
    boolean isWorthIt =
        entry.compressedSize() < entry.size()
            && entry.size() <= PackLimits.MAX_RATIO * entry.compressedSize();
    append(isWorthIt ? entry : write(name, content, false));
  }

  /** Adds a file of another pack as it stands there, deflated or not, under another name. */
  void copy(String name, ZipEntry entry, FileBytes from) throws IOException {
    ZipEntry copy = entry.at(name, end);
    writeHeader(copy);
    for (long at = entry.dataStart(); at < entry.end(); ) {
      int count = (int) Math.min(BUFFER, entry.end() - at);
      from.read(at, buffer, 0, count);
      out.write(buffer, 0, count);
      at += count;
    }
    append(copy);
  }

  /** Keeps a place for a file that is stored there later; names come in their order. */
  void reserve(String name, int size) {
    append(new ZipEntry(name, false, 0, size, size, end));
  }

  /**
   * Puts a file into the place kept for it.
   *
   * @throws IllegalArgumentException if there is none of its size
   */
  void fill(String name, byte[] file) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(file);
    for (int i = 0; i < entries.size(); i++) {
      ZipEntry place = entries.get(i);
      if (place.name().equals(name) && place.size() == file.length) {
        ZipEntry filled =
            new ZipEntry(
                name, false, (int) crc.getValue(), file.length, file.length, place.offset());
        entries.set(i, filled);
        writeHeader(filled);
        out.write(file);
        return;
      }
    }
    throw new IllegalArgumentException("no place for " + name);
  }

  private ZipEntry write(String name, Content content, boolean isDeflated) throws IOException {
    ZipEntry place = new ZipEntry(name, isDeflated, 0, 0, 0, end);
    out.seek(place.dataStart());
    CRC32 crc = new CRC32();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    int size = 0;
    try (InputStream in = content.open()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        crc.update(buffer, 0, count);
        size += count;
        if (isDeflated) {
          deflater.setInput(buffer, 0, count);
          drain(deflater);
        } else {
          out.write(buffer, 0, count);
        }
      }
      if (isDeflated) {
        deflater.finish();
        drain(deflater);
      }
    } finally {
      deflater.end();
    }
    long compressed = out.getFilePointer() - place.dataStart();
    ZipEntry entry = new ZipEntry(name, isDeflated, (int) crc.getValue(), compressed, size, end);
    writeHeader(entry);
    return entry;
  }

  private void drain(Deflater deflater) throws IOException {
    for (int count = deflater.deflate(deflated); count > 0; count = deflater.deflate(deflated)) {
      out.write(deflated, 0, count);
    }
  }

  private void writeHeader(ZipEntry entry) throws IOException {
    out.seek(entry.offset());
    out.write(entry.localHeader());
  }

  private void append(ZipEntry entry) {
    entries.add(entry);
    end = entry.end();
  }

  /** Writes the directory and makes sure that everything is on the disk. */
  void finish() throws IOException {
    out.seek(end);
    for (ZipEntry entry : entries) {
      out.write(entry.directoryHeader());
    }
    out.write(ZipEnd.write(entries.size(), end, out.getFilePointer()));
    out.setLength(out.getFilePointer());
    out.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
