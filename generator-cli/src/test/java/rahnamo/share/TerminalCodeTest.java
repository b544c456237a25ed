package rahnamo.share;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawing of an address, read back as a phone's camera would. */
class TerminalCodeTest {

  private static final String ADDRESS = "http://192.168.43.1:8080/";
  private static final int SCALE = 8;
  private static final int WHITE = 0xffffff;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cameraReadsTheAddress(boolean hasColour) throws ReaderException {
    String drawing = TerminalCode.of(ADDRESS).draw(hasColour);

    assertEquals(ADDRESS, read(drawing, hasColour));
  }

  @Test
  void linesAreEquallyLong() {
    List<String> lines = TerminalCode.of(ADDRESS).draw(false).lines().toList();

    assertEquals(1, lines.stream().mapToInt(String::length).distinct().count());
  }

  /** A photograph of a terminal: ink is black on its white ground, or white on a dark one. */
  private static String read(String drawing, boolean isInkDark) throws ReaderException {
    List<String> lines =
        drawing.lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
    int width = lines.get(0).length() * SCALE;
    int height = lines.size() * 2 * SCALE;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, WHITE);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        char square = lines.get(y / (2 * SCALE)).charAt(x / SCALE);
        boolean isUpper = y / SCALE % 2 == 0;
        boolean isInk = square == '█' || square == (isUpper ? '▀' : '▄');
        pixels[y * width + x] = isInk == isInkDark ? 0 : WHITE;
      }
    }
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }
}
