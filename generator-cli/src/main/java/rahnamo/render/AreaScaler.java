package rahnamo.render;

import java.util.Arrays;

/**
 * Makes a picture smaller: each new pixel is the mean of the area that it covers, with exact
 * integer weights, so the result is the same on every machine. Samples are averaged as they are
 * stored, as browsers do, colours weighted by their alpha. Not safe for use by many threads.
 */
final class AreaScaler implements PixelRows {

  private final int sourceWidth;
  private final int sourceHeight;
  private final int bands;
  private final int width;
  private final int height;
  private final byte[] scaled;

  // Sums fit: weights add up to the area of the source, at most 40 million, and samples, twice
  // multiplied, to 65 025.
  private final long[] rowSums;
  private final long[] sums;
  private int rowsWanted;
  private int y;

  /** A scaler to a size that is not larger than the source. */
  AreaScaler(int sourceWidth, int sourceHeight, int bands, int width, int height) {
    this.sourceWidth = sourceWidth;
    this.sourceHeight = sourceHeight;
    this.bands = bands;
    this.width = width;
    this.height = height;
    this.scaled = new byte[width * height * bands];
    this.rowSums = new long[width * bands];
    this.sums = new long[width * bands];
    this.rowsWanted = sourceHeight;
  }

  /** The result, once all rows were given. */
  Bitmap result() {
    return new Bitmap(width, height, bands, scaled);
  }

  /**
   * A source row is as high as {@code height} parts of a new row, which has {@code sourceHeight}
   * parts; so it lies in one new row or in two.
   */
  @Override
  public void row(byte[] samples) {
    Arrays.fill(rowSums, 0);
    if (bands == 4) {
      sumRowWithAlpha(samples);
    } else {
      sumRow(samples);
    }
    int part = Math.min(height, rowsWanted);
    add(part);
    rowsWanted -= part;
    if (rowsWanted == 0) {
      finishRow();
      rowsWanted = sourceHeight - (height - part);
      add(height - part);
    }
  }

  private void add(int weight) {
    if (weight > 0) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += rowSums[i] * weight;
      }
    }
  }

  private void sumRow(byte[] samples) {
    int to = 0;
    int wanted = sourceWidth;
    int end = sourceWidth * bands;
    for (int from = 0; from < end; from += bands) {
      int part = Math.min(width, wanted);
      int rest = width - part;
      for (int band = 0; band < bands; band++) {
        int sample = samples[from + band] & 0xFF;
        rowSums[to + band] += (long) sample * part;
        if (rest > 0) {
          rowSums[to + bands + band] += (long) sample * rest;
        }
      }
      wanted -= part;
      if (wanted == 0) {
        to += bands;
        wanted = sourceWidth - rest;
      }
    }
  }

  private void sumRowWithAlpha(byte[] samples) {
    int to = 0;
    int wanted = sourceWidth;
    for (int from = 0; from < sourceWidth * 4; from += 4) {
      int part = Math.min(width, wanted);
      int rest = width - part;
      addPixel(samples, from, to, part);
      if (rest > 0) {
        addPixel(samples, from, to + 4, rest);
      }
      wanted -= part;
      if (wanted == 0) {
        to += 4;
        wanted = sourceWidth - rest;
      }
    }
  }

  private void addPixel(byte[] samples, int from, int to, int weight) {
    long alpha = (long) (samples[from + 3] & 0xFF) * weight;
    rowSums[to] += (samples[from] & 0xFF) * alpha;
    rowSums[to + 1] += (samples[from + 1] & 0xFF) * alpha;
    rowSums[to + 2] += (samples[from + 2] & 0xFF) * alpha;
    rowSums[to + 3] += alpha;
  }

  private void finishRow() {
    long area = (long) sourceWidth * sourceHeight;
    int to = y * sums.length;
    if (bands == 4) {
      for (int i = 0; i < sums.length; i += 4) {
        long alpha = sums[i + 3];
        for (int band = 0; band < 3; band++) {
          scaled[to + i + band] = mean(sums[i + band], alpha);
        }
        scaled[to + i + 3] = mean(alpha, area);
      }
    } else {
      for (int i = 0; i < sums.length; i++) {
        scaled[to + i] = mean(sums[i], area);
      }
    }
    y++;
    Arrays.fill(sums, 0);
  }

  private static byte mean(long sum, long weight) {
    return weight == 0 ? 0 : (byte) ((sum + weight / 2) / weight);
  }
}
