package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Checks with which code something is refused. */
final class Refusal {

  private Refusal() {}

  static void assertRefused(VerificationCode expected, Executable action) {
    var refusal = assertThrows(InvalidPackException.class, action);
    assertEquals(expected, refusal.finding().code());
  }
}
