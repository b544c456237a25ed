package rahnamo.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosticCodeTest {

  @Test
  void idIsTheNameInKebabCaseWhateverTheLocale() {
    assertEquals("broken-link", DiagnosticCode.BROKEN_LINK.id());
    assertEquals("invalid-id", DiagnosticCode.INVALID_ID.id());
    assertEquals("not-utf8", DiagnosticCode.NOT_UTF8.id());
  }

  @Test
  void idsAreDistinctAndPlain() {
    Set<String> seen = new HashSet<>();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      assertTrue(code.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), code.id());
      assertTrue(seen.add(code.id()), code.id());
    }
  }
}
