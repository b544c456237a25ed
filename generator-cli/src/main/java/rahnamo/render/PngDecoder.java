package rahnamo.render;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import rahnamo.source.PngHeader;
import rahnamo.source.UnreadableMediaException;

/**
 * Reads the pixels of a PNG file row by row, so that a large picture does not have to fit into
 * memory (unless it is interlaced). Not safe for use by many threads.
 */
final class PngDecoder {

  /** spec (PNG, 8.2): for each pass the first column and row, and the steps between them. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final PngHeader header;
  private final PngChunks chunks;
  private final PngSamples samples;

  PngDecoder(PngHeader header, PngChunks chunks) {
    this.header = header;
    this.chunks = chunks;
    this.samples = new PngSamples(header, chunks.content("PLTE"), chunks.content("tRNS"));
  }

  /** How many samples a decoded pixel has: 1, 3 or 4. */
  int bands() {
    return samples.bands();
  }

  /** Gives all rows to the taker. */
  void decode(PixelRows taker) throws IOException {
    try (var in = new DataInputStream(new InflaterInputStream(chunks.pixels()))) {
      if (header.isInterlaced()) {
        decodePasses(in, taker);
      } else {
        decodeRows(in, header.width(), header.height(), taker);
      }
    } catch (EOFException | ZipException e) {
      throw new UnreadableMediaException("media.damaged");
    }
  }

  private void decodePasses(DataInputStream in, PixelRows taker) throws IOException {
    int bands = bands();
    byte[] all = new byte[header.width() * header.height() * bands];
    for (int[] pass : PASSES) {
      int width = (header.width() - pass[0] + pass[2] - 1) / pass[2];
      int height = (header.height() - pass[1] + pass[3] - 1) / pass[3];
      if (width > 0 && height > 0) {
        decodeRows(in, width, height, new Pass(all, pass, width));
      }
    }
    byte[] row = new byte[header.width() * bands];
    for (int start = 0; start < all.length; start += row.length) {
      System.arraycopy(all, start, row, 0, row.length);
      taker.row(row);
    }
  }

  /** Puts the pixels of a pass at their places in the whole picture. */
  private final class Pass implements PixelRows {

    private final byte[] all;
    private final int[] pass;
    private final int width;
    private int y;

    Pass(byte[] all, int[] pass, int width) {
      this.all = all;
      this.pass = pass;
      this.width = width;
      this.y = pass[1];
    }

    @Override
    public void row(byte[] row) {
      int bands = bands();
      for (int i = 0; i < width; i++) {
        int to = (y * header.width() + pass[0] + i * pass[2]) * bands;
        System.arraycopy(row, i * bands, all, to, bands);
      }
      y += pass[3];
    }
  }

  private void decodeRows(DataInputStream in, int width, int height, PixelRows taker)
      throws IOException {
    int pixelBits = header.bitDepth() * header.channels();
    int pixelBytes = Math.max(1, pixelBits / 8);
    byte[] row = new byte[(int) (((long) width * pixelBits + 7) / 8)];
    byte[] above = new byte[row.length];
    byte[] decoded = new byte[width * bands()];
    for (int y = 0; y < height; y++) {
      int filter = in.readUnsignedByte();
      in.readFully(row);
      unfilter(filter, row, above, pixelBytes);
      samples.decode(row, width, decoded);
      taker.row(decoded);
      byte[] last = above;
      above = row;
      row = last;
    }
  }

  /** spec (PNG, 9.2): each byte was stored as the difference from a guess. */
  private static void unfilter(int filter, byte[] row, byte[] above, int pixelBytes)
      throws UnreadableMediaException {
    if (filter > PngFilter.PAETH) {
      throw new UnreadableMediaException("media.damaged");
    }
    for (int i = 0; i < row.length && filter != PngFilter.NONE; i++) {
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
      int corner = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
      row[i] += (byte) PngFilter.guess(filter, left, above[i] & 0xFF, corner);
    }
  }
}
