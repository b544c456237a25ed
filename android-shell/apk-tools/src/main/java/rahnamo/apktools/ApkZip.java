package rahnamo.apktools;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes the zip that an app is: stored files begin at a multiple of four, times are fixed, and the
 * deflater is our own choice, so that the same files give the same bytes on every machine.
 */
final class ApkZip {

  private static final int ALIGNMENT = 4;
  private static final int LOCAL_HEADER = 30;
  private static final int CENTRAL_HEADER = 46;
  private static final int END = 22;

  /** 1980-01-01, the first day that a zip knows. */
  private static final int DOS_DATE = 0x21;

  private final OutputStream out;
  private final List<byte[]> directory = new ArrayList<>();
  private long position;

  private ApkZip(OutputStream out) {
    this.out = out;
  }

  /** Writes all files and the directory. */
  static Layout write(List<ApkFile> files, OutputStream out) throws IOException {
    var zip = new ApkZip(out);
    for (ApkFile file : files) {
      zip.add(file);
    }
    return zip.finish();
  }

  /**
   * Where the parts of the zip lie.
   *
   * @param directoryStart the length of the files before the central directory
   * @param endStart where the record at the end begins
   * @param length the length of the whole
   */
  record Layout(long directoryStart, long endStart, long length) {}

  private void add(ApkFile file) throws IOException {
    if (file.isStored()) {
      addStored(file);
    } else {
      addDeflated(file);
    }
  }

  private void addStored(ApkFile file) throws IOException {
    var crc = new CRC32();
    long size = 0;
    try (InputStream in = file.content().open()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
        size += n;
      }
    }
    var header = new Header(file.name(), 0, crc.getValue(), size, size);
    writeHeaders(header, padding(file.name()));
    try (InputStream in = file.content().open()) {
      if (in.transferTo(out) != size) {
        throw new IOException("changed while it was read: " + file.name());
      }
    }
    position += size;
  }

  private void addDeflated(ApkFile file) throws IOException {
    byte[] plain = file.content().read();
    var crc = new CRC32();
    crc.update(plain);
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(JZlib.Z_BEST_COMPRESSION, -15);
    try (var deflating = new DeflaterOutputStream(packed, deflater, 1 << 14, true)) {
      deflating.write(plain);
    }
    writeHeaders(new Header(file.name(), 8, crc.getValue(), packed.size(), plain.length), 0);
    packed.writeTo(out);
    position += packed.size();
  }

  private record Header(String name, int method, long crc, long packedSize, long size) {}

  /** What the extra field must fill up so that the data after it begin at the right place. */
  private int padding(String name) {
    long data = position + LOCAL_HEADER + name.length();
    return (int) (-data & ALIGNMENT - 1);
  }

  private void writeHeaders(Header header, int padding) throws IOException {
    if (position + header.packedSize() >= Integer.MAX_VALUE) {
      throw new IOException("the app would be larger than 2 GiB: " + header.name());
    }
    byte[] name = header.name().getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[LOCAL_HEADER + name.length + padding];
    ByteBuffer local = over(bytes);
    local.putInt(0x04034b50);
    putCommon(local, header);
    local.putShort((short) name.length).putShort((short) padding).put(name);
    directory.add(centralHeader(header, name));
    out.write(bytes);
    position += bytes.length;
  }

  private byte[] centralHeader(Header header, byte[] name) {
    byte[] bytes = new byte[CENTRAL_HEADER + name.length];
    ByteBuffer central = over(bytes);
    central.putInt(0x02014b50).putShort((short) 20);
    putCommon(central, header);
    central.putShort((short) name.length);
    central.position(42);
    central.putInt((int) position).put(name);
    return bytes;
  }

  private static void putCommon(ByteBuffer out, Header header) {
    int version = header.method() == 0 ? 10 : 20;
    out.putShort((short) version).putShort((short) 0).putShort((short) header.method());
    out.putShort((short) 0).putShort((short) DOS_DATE).putInt((int) header.crc());
    out.putInt((int) header.packedSize()).putInt((int) header.size());
  }

  private Layout finish() throws IOException {
    long directoryStart = position;
    for (byte[] header : directory) {
      out.write(header);
      position += header.length;
    }
    byte[] bytes = new byte[END];
    ByteBuffer end = over(bytes);
    end.putInt(0x06054b50).putInt(0);
    end.putShort((short) directory.size()).putShort((short) directory.size());
    end.putInt((int) (position - directoryStart)).putInt((int) directoryStart);
    out.write(bytes);
    return new Layout(directoryStart, position, position + END);
  }

  private static ByteBuffer over(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
