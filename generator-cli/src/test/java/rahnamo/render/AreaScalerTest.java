package rahnamo.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AreaScalerTest {

  @Test
  void halfSizeIsTheMeanOfFour() {
    byte[] source = {0, 4, 100, 100, 8, 12, 100, 101};
    assertArrayEquals(new byte[] {6, 100}, scaled(source, 4, 2, 1, 2, 1));
  }

  @Test
  void sameSizeChangesNothing() {
    byte[] source = noise(7 * 5 * 3, new Random(1));
    assertArrayEquals(source, scaled(source, 7, 5, 3, 7, 5));
  }

  @Test
  void plainColourStaysPlain() {
    for (int width = 1; width <= 10; width++) {
      byte[] plain = new byte[10 * 9 * 4];
      Arrays.fill(plain, (byte) 201);
      byte[] expected = new byte[width * 3 * 4];
      Arrays.fill(expected, (byte) 201);
      assertArrayEquals(expected, scaled(plain, 10, 9, 4, width, 3));
    }
  }

  @Test
  void colourOfTransparentPixelsDoesNotShow() {
    byte[] source = {(byte) 255, 0, 0, 0, 0, 0, (byte) 255, (byte) 255};
    assertArrayEquals(new byte[] {0, 0, (byte) 255, (byte) 128}, scaled(source, 2, 1, 4, 1, 1));
  }

  @Test
  void whollyTransparentPixelsStaySo() {
    byte[] source = {9, 9, 9, 0, 9, 9, 9, 0};
    assertArrayEquals(new byte[4], scaled(source, 2, 1, 4, 1, 1));
  }

  @Test
  void anySizeIsTheMeanOfTheAreaThatItCovers() {
    var random = new Random(3);
    for (int i = 0; i < 300; i++) {
      int sourceWidth = 1 + random.nextInt(40);
      int sourceHeight = 1 + random.nextInt(40);
      int width = 1 + random.nextInt(sourceWidth);
      int height = 1 + random.nextInt(sourceHeight);
      byte[] source = noise(sourceWidth * sourceHeight, random);
      byte[] result = scaled(source, sourceWidth, sourceHeight, 1, width, height);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double mean = mean(source, sourceWidth, sourceHeight, width, height, x, y);
          assertEquals(mean, result[y * width + x] & 0xFF, 0.5001);
        }
      }
    }
  }

  private static double mean(
      byte[] source, int sourceWidth, int sourceHeight, int width, int height, int x, int y) {
    double left = (double) x * sourceWidth / width;
    double right = (double) (x + 1) * sourceWidth / width;
    double top = (double) y * sourceHeight / height;
    double bottom = (double) (y + 1) * sourceHeight / height;
    double sum = 0;
    for (int row = 0; row < sourceHeight; row++) {
      double high = Math.max(0, Math.min(bottom, row + 1) - Math.max(top, row));
      for (int column = 0; column < sourceWidth; column++) {
        double wide = Math.max(0, Math.min(right, column + 1) - Math.max(left, column));
        sum += high * wide * (source[row * sourceWidth + column] & 0xFF);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  private static byte[] scaled(
      byte[] source, int sourceWidth, int sourceHeight, int bands, int width, int height) {
    var scaler = new AreaScaler(sourceWidth, sourceHeight, bands, width, height);
    int length = sourceWidth * bands;
    for (int y = 0; y < sourceHeight; y++) {
      scaler.row(Arrays.copyOfRange(source, y * length, (y + 1) * length));
    }
    return scaler.result().samples();
  }

  private static byte[] noise(int length, Random random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }
}
