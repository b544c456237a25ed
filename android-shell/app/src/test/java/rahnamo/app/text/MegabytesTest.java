package rahnamo.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MegabytesTest {

  @ParameterizedTest
  @CsvSource({"0, 0.0", "1, 0.1", "100000, 0.1", "100001, 0.2", "16777216, 16.8"})
  void sizeIsRoundedUp(long bytes, String expected) {
    assertEquals(expected, Megabytes.of(bytes));
  }
}
