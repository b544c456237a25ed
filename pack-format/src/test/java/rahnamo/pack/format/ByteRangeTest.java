package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=2-4, 2, 3",
    "bytes=2-, 2, 8",
    "bytes=2-99, 2, 8",
    "bytes=-3, 7, 3",
    "bytes=-99, 0, 10",
    "' bytes=9-9 ', 9, 1"
  })
  void partIsCutFromTheFile(String header, long start, long length) {
    ByteRange range = ByteRange.parse(header, 10);

    assertTrue(range.isPart());
    assertFalse(range.isOutside());
    assertEquals(start, range.start());
    assertEquals(length, range.length());
    assertEquals("bytes " + start + "-" + (start + length - 1) + "/10", range.header());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99-3"})
  void partBehindTheEndIsOutside(String header) {
    ByteRange range = ByteRange.parse(header, 10);

    assertTrue(range.isOutside());
    assertEquals("bytes */10", range.header());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=0-1,3-4",
        "items=0-1",
        "bytes=a-b",
        "bytes=-9999999999999999999",
        "bytes=1--2"
      })
  void whatIsNoSinglePartIsTheWholeFile(String header) {
    ByteRange range = ByteRange.parse(header, 10);

    assertFalse(range.isPart());
    assertEquals(0, range.start());
    assertEquals(10, range.length());
  }
}
