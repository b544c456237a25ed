package rahnamo.pack.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A zip of which every field can be set wrong. It shares no code with the reader, so a mistake in
 * the profile is not made twice.
 */
final class RawZip {

  /** The fields of one file, first as they should be. */
  static final class Entry {
    byte[] name;
    byte[] data;
    byte[] extra = {};
    byte[] comment = {};
    byte[] gap = {};
    int madeBy = 20;
    int needed = 10;
    int flags;
    int method;
    int time;
    int date = 0x21;
    long crc;
    long compressed;
    long size;
    int disk;
    int internal;
    long external;
    long offset = -1;

    /** The local header's fields, if they differ. */
    Entry local = this;

    private Entry(String name, byte[] content) {
      var sum = new CRC32();
      sum.update(content);
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.data = content;
      this.crc = sum.getValue();
      this.compressed = content.length;
      this.size = content.length;
    }

    static Entry stored(String name, byte[] content) {
      return new Entry(name, content);
    }

    /** Deflated in the only way that needs no choices: as blocks that are stored. */
    static Entry deflated(String name, byte[] content) {
      var entry = new Entry(name, content);
      entry.method = 8;
      entry.needed = 20;
      entry.setData(storedBlock(content, true));
      return entry;
    }

    String name() {
      return new String(name, StandardCharsets.UTF_8);
    }

    /** Other bytes in the zip, with a size that fits. */
    void setData(byte[] bytes) {
      data = bytes;
      compressed = bytes.length;
    }

    /** The header before the data goes its own way. */
    Entry splitLocal() {
      local = new Entry(name(), data);
      local.crc = crc;
      local.size = size;
      local.method = method;
      local.needed = needed;
      return local;
    }
  }

  static byte[] storedBlock(byte[] content, boolean isLast) {
    return buffer(5 + content.length)
        .put((byte) (isLast ? 1 : 0))
        .putShort((short) content.length)
        .putShort((short) ~content.length)
        .put(content)
        .array();
  }

  final List<Entry> entries = new ArrayList<>();
  byte[] prefix = {};
  byte[] beforeDirectory = {};
  byte[] beforeEnd = {};
  byte[] comment = {};
  byte[] suffix = {};
  int disk;
  int count = -1;
  long directoryOffset = -1;
  long directorySize = -1;

  Entry entry(String name) {
    return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(prefix);
    var directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      out.writeBytes(entry.gap);
      directory.writeBytes(directoryHeader(entry, out.size()));
      out.writeBytes(localHeader(entry.local));
      out.writeBytes(entry.data);
    }
    out.writeBytes(beforeDirectory);
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    int size = out.size() - start;
    out.writeBytes(beforeEnd);
    out.writeBytes(end(start, size));
    out.writeBytes(comment);
    out.writeBytes(suffix);
    return out.toByteArray();
  }

  private static byte[] localHeader(Entry entry) {
    return common(buffer(30 + entry.name.length + entry.extra.length).putInt(0x04034b50), entry)
        .put(entry.name)
        .put(entry.extra)
        .array();
  }

  private static byte[] directoryHeader(Entry entry, long place) {
    int length = 46 + entry.name.length + entry.extra.length + entry.comment.length;
    return common(buffer(length).putInt(0x02014b50).putShort((short) entry.madeBy), entry)
        .putShort((short) entry.comment.length)
        .putShort((short) entry.disk)
        .putShort((short) entry.internal)
        .putInt((int) entry.external)
        .putInt((int) (entry.offset < 0 ? place : entry.offset))
        .put(entry.name)
        .put(entry.extra)
        .put(entry.comment)
        .array();
  }

  private static ByteBuffer common(ByteBuffer header, Entry entry) {
    return header
        .putShort((short) entry.needed)
        .putShort((short) entry.flags)
        .putShort((short) entry.method)
        .putShort((short) entry.time)
        .putShort((short) entry.date)
        .putInt((int) entry.crc)
        .putInt((int) entry.compressed)
        .putInt((int) entry.size)
        .putShort((short) entry.name.length)
        .putShort((short) entry.extra.length);
  }

  private byte[] end(long start, long size) {
    int total = count < 0 ? entries.size() : count;
    return buffer(22)
        .putInt(0x06054b50)
        .putShort((short) disk)
        .putShort((short) disk)
        .putShort((short) total)
        .putShort((short) total)
        .putInt((int) (directorySize < 0 ? size : directorySize))
        .putInt((int) (directoryOffset < 0 ? start : directoryOffset))
        .putShort((short) comment.length)
        .array();
  }

  @SuppressWarnings("ByteBufferBackingArray") // made here, from its first byte on
  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
