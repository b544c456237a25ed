package rahnamo.app.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressCodeTest {

  private static String read(AddressCode code, int damaged) throws Exception {
    var squares = new BitMatrix(AddressCode.SIZE);
    for (int y = 0; y < AddressCode.SIZE; y++) {
      for (int x = 0; x < AddressCode.SIZE; x++) {
        if (code.isDark(x, y)) {
          squares.set(x, y);
        }
      }
    }
    for (int i = 0; i < damaged; i++) {
      squares.flip(10 + i, 12);
    }
    return new Decoder().decode(squares).getText();
  }

  @Test
  void everyAddressIsReadByAnotherProgram() throws Exception {
    var random = new Random(1);
    for (int i = 0; i < 500; i++) {
      String address =
          "http://"
              + random.nextInt(256)
              + "."
              + random.nextInt(256)
              + "."
              + random.nextInt(256)
              + "."
              + random.nextInt(256)
              + ":"
              + random.nextInt(65536)
              + "/";
      assertEquals(address, read(AddressCode.of(address), 0));
    }
  }

  @Test
  void everyLengthIsRead() throws Exception {
    for (int length = 1; length <= 42; length++) {
      String text = "http://abc".repeat(5).substring(0, length);
      assertEquals(text, read(AddressCode.of(text), 0));
    }
    assertThrows(IllegalArgumentException.class, () -> AddressCode.of("a".repeat(43)));
  }

  @Test
  void dirtOnTheScreenIsForgiven() throws Exception {
    assertEquals(
        "http://192.168.43.1:40000/", read(AddressCode.of("http://192.168.43.1:40000/"), 8));
  }

  @Test
  void aroundTheCodeNothingIsDark() {
    AddressCode code = AddressCode.of("http://192.168.43.1:40000/");
    for (int i = -4; i < AddressCode.SIZE + 4; i++) {
      assertFalse(code.isDark(i, -1) || code.isDark(-1, i));
      assertFalse(code.isDark(i, AddressCode.SIZE) || code.isDark(AddressCode.SIZE, i));
    }
  }
}
