package rahnamo.render;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Writes PNG files with a deflater of our own choice, because that of the JDK gives other bytes
 * with another zlib. Up to 256 colours become a palette, and grey and opaque pictures lose the
 * samples that say nothing. Not safe for use by many threads.
 */
final class PngEncoder {

  private static final int BUFFER_SIZE = 64 * 1024;
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int ALPHA = 4;

  /** A palette for more grey values than this is larger than the values themselves. */
  private static final int MAX_GREY_PALETTE = 16;

  private final Bitmap bitmap;
  private final boolean isGrey;
  private final boolean isOpaque;
  private final Optional<PngPalette> palette;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream(BUFFER_SIZE);

  PngEncoder(Bitmap bitmap) {
    this.bitmap = bitmap;
    this.isGrey = isGrey(bitmap);
    this.isOpaque = isOpaque(bitmap);
    boolean isPlainGrey = isGrey && isOpaque;
    this.palette = PngPalette.of(bitmap).filter(p -> !isPlainGrey || p.size() <= MAX_GREY_PALETTE);
  }

  /** The file; the two chunks about colour are left out if they are empty. */
  byte[] encode(byte[] gamma, byte[] standardColours) throws IOException {
    file.write(PngChunks.SIGNATURE);
    writeChunk("IHDR", header());
    writeChunkIfAny("gAMA", gamma);
    writeChunkIfAny("sRGB", standardColours);
    if (palette.isPresent()) {
      writeChunk("PLTE", palette.get().entries());
      writeChunkIfAny("tRNS", palette.get().alphas());
    }
    writeChunk("IDAT", pixels());
    writeChunk("IEND", new byte[0]);
    return file.toByteArray();
  }

  private byte[] header() throws IOException {
    int plain = (isGrey ? GREY : RGB) | (isOpaque ? 0 : ALPHA);
    var header = new ByteArrayOutputStream();
    var out = new DataOutputStream(header);
    out.writeInt(bitmap.width());
    out.writeInt(bitmap.height());
    out.writeByte(palette.isPresent() ? paletteDepth() : 8);
    out.writeByte(palette.isPresent() ? PALETTE : plain);
    out.write(new byte[3]); // deflate, the five filters, not interlaced
    return header.toByteArray();
  }

  private int paletteDepth() {
    int size = palette.map(PngPalette::size).orElse(0);
    if (size <= 4) {
      return size <= 2 ? 1 : 2;
    }
    return size <= 16 ? 4 : 8;
  }

  private byte[] pixels() throws IOException {
    var compressed = new ByteArrayOutputStream(BUFFER_SIZE);
    var deflater = new Deflater(JZlib.Z_BEST_COMPRESSION);
    try (var out = new DeflaterOutputStream(compressed, deflater, BUFFER_SIZE)) {
      if (palette.isPresent()) {
        writeIndexes(palette.get(), out);
      } else {
        writeSamples(out);
      }
    }
    return compressed.toByteArray();
  }

  private void writeIndexes(PngPalette colours, OutputStream out) throws IOException {
    int depth = paletteDepth();
    int perByte = 8 / depth;
    byte[] row = new byte[1 + (bitmap.width() + perByte - 1) / perByte];
    int at = 0;
    for (int y = 0; y < bitmap.height(); y++) {
      Arrays.fill(row, (byte) 0);
      for (int x = 0; x < bitmap.width(); x++) {
        int shift = (perByte - 1 - x % perByte) * depth;
        row[1 + x / perByte] |= (byte) (colours.indexOf(bitmap, at) << shift);
        at += bitmap.bands();
      }
      out.write(row);
    }
  }

  private void writeSamples(OutputStream out) throws IOException {
    int channels = (isGrey ? 1 : 3) + (isOpaque ? 0 : 1);
    byte[] row = new byte[bitmap.width() * channels];
    byte[] above = new byte[row.length];
    byte[] best = new byte[row.length + 1];
    byte[] tried = new byte[row.length + 1];
    for (int y = 0; y < bitmap.height(); y++) {
      fillRow(y, channels, row);
      long leastSum = Long.MAX_VALUE;
      for (int filter = PngFilter.NONE; filter <= PngFilter.PAETH; filter++) {
        long sum = filter(filter, row, above, channels, tried);
        if (sum < leastSum) {
          leastSum = sum;
          byte[] worse = best;
          best = tried;
          tried = worse;
        }
      }
      out.write(best);
      byte[] last = above;
      above = row;
      row = last;
    }
  }

  private void fillRow(int y, int channels, byte[] row) {
    int bands = bitmap.bands();
    int from = y * bitmap.width() * bands;
    for (int to = 0; to < row.length; to += channels) {
      for (int channel = 0; channel < channels; channel++) {
        boolean isAlpha = !isOpaque && channel == channels - 1;
        row[to + channel] = bitmap.samples()[from + (isAlpha ? bands - 1 : channel)];
      }
      from += bands;
    }
  }

  /**
   * Filters a row. Returns how far its bytes are from zero: the less, the better they compress.
   * spec (PNG, 12.7): choose the filter with the smallest sum of absolute values.
   */
  private static long filter(int filter, byte[] row, byte[] above, int channels, byte[] filtered) {
    long sum = 0;
    filtered[0] = (byte) filter;
    for (int i = 0; i < row.length; i++) {
      int left = i < channels ? 0 : row[i - channels] & 0xFF;
      int corner = i < channels ? 0 : above[i - channels] & 0xFF;
      byte difference = (byte) (row[i] - PngFilter.guess(filter, left, above[i] & 0xFF, corner));
      filtered[i + 1] = difference;
      sum += Math.abs(difference);
    }
    return sum;
  }

  private void writeChunkIfAny(String type, byte[] content) throws IOException {
    if (content.length > 0) {
      writeChunk(type, content);
    }
  }

  private void writeChunk(String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    var out = new DataOutputStream(file);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }

  private static boolean isGrey(Bitmap bitmap) {
    byte[] samples = bitmap.samples();
    for (int i = 0; bitmap.bands() > 1 && i < samples.length; i += bitmap.bands()) {
      if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpaque(Bitmap bitmap) {
    byte[] samples = bitmap.samples();
    for (int i = 3; bitmap.bands() == 4 && i < samples.length; i += 4) {
      if (samples[i] != (byte) 0xFF) {
        return false;
      }
    }
    return true;
  }
}
