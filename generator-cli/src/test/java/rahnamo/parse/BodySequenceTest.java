package rahnamo.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.CharSubSequence;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodySequenceTest {

  private static final String TEXT = "Рабочий день — не больше 8 часов.\r\n\n* oʻzbek | тоҷикӣ *\n";

  @Test
  void partsOfPartsAreThoseOfFlexmarksOwnSequence() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      BasedSequence ours = new BodySequence(TEXT.toCharArray());
      BasedSequence theirs = CharSubSequence.of(TEXT);
      while (ours.length() > 0) {
        assertAlike(theirs, ours);
        int from = random.nextInt(ours.length() + 1);
        int to = from + random.nextInt(ours.length() - from + 1);
        boolean isOfWhole = random.nextInt(5) == 0;
        ours = isOfWhole ? ours.baseSubSequence(from, to) : ours.subSequence(from, to);
        theirs = isOfWhole ? theirs.baseSubSequence(from, to) : theirs.subSequence(from, to);
      }
      assertAlike(theirs, ours);
    }
  }

  private static void assertAlike(BasedSequence expected, BasedSequence actual) {
    assertEquals(expected.toString(), actual.toString());
    assertEquals(expected.length(), actual.length());
    assertEquals(expected.getStartOffset(), actual.getStartOffset());
    assertEquals(expected.getEndOffset(), actual.getEndOffset());
    assertEquals(expected.getSourceRange(), actual.getSourceRange());
    assertEquals(expected.hashCode(), actual.hashCode());
    assertEquals(expected.trim().toString(), actual.trim().toString());
    assertEquals(expected.indexOf('|'), actual.indexOf('|'));
    for (int i = 0; i < expected.length(); i++) {
      assertEquals(expected.charAt(i), actual.charAt(i));
      assertEquals(expected.getIndexOffset(i), actual.getIndexOffset(i));
    }
  }

  @Test
  void theWholeIsFoundAgainFromAnyPart() {
    var body = new BodySequence(TEXT.toCharArray());
    BodySequence part = body.subSequence(8, 20);
    assertSame(body, part.getBaseSequence());
    assertSame(body, part.baseSubSequence(0, TEXT.length()));
    assertSame(part, part.subSequence(0, part.length()));
  }

  @Test
  void nothingIsReadOutsideAPart() {
    BodySequence part = new BodySequence(TEXT.toCharArray()).subSequence(8, 20);
    assertThrows(IndexOutOfBoundsException.class, () -> part.charAt(12));
    assertThrows(IndexOutOfBoundsException.class, () -> part.charAt(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> part.subSequence(0, 13));
    assertThrows(IndexOutOfBoundsException.class, () -> part.getIndexOffset(13));
  }
}
