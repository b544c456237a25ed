package rahnamo.app.share;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import org.junit.jupiter.api.Test;

class VisitTest {

  private static final long MILLI = 1_000_000;

  private final Visit visit = new Visit(new Socket(), new Patience(1, 10, 30));

  @Test
  void whoWaitsForATurnIsNotGivenUp() {
    assertFalse(visit.isOverdue(Long.MAX_VALUE / 2));
  }

  @Test
  void wholeRequestMustComeInTime() {
    visit.begin(5 * MILLI);

    assertFalse(visit.isOverdue(15 * MILLI));
    assertTrue(visit.isOverdue(15 * MILLI + 1));
  }

  @Test
  void eachBlockThatIsTakenGivesMoreTime() {
    visit.begin(0);
    visit.advance(9 * MILLI);
    assertFalse(visit.isOverdue(39 * MILLI));

    visit.advance(39 * MILLI);
    assertFalse(visit.isOverdue(69 * MILLI));
    assertTrue(visit.isOverdue(70 * MILLI));
  }

  @Test
  void clockOfTheSystemMayStandAnywhere() {
    visit.begin(Long.MAX_VALUE);

    assertFalse(visit.isOverdue(Long.MAX_VALUE + 9 * MILLI));
    assertTrue(visit.isOverdue(Long.MAX_VALUE + 11 * MILLI));
  }
}
