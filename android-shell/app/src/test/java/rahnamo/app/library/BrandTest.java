package rahnamo.app.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rahnamo.pack.format.SamplePublisher;

class BrandTest {

  private final Map<String, byte[]> files = new HashMap<>();
  private final Brand brand =
      new Brand(
          name -> {
            byte[] content = files.get(name);
            if (content == null) {
              throw new FileNotFoundException(name);
            }
            return new ByteArrayInputStream(content);
          });

  @Test
  void appWithoutDocumentsTrustsNobody() {
    assertTrue(brand.anchor().roots().isEmpty());
    assertFalse(brand.hasPack());
  }

  @Test
  void documentsOfThePublisherAreTrusted() {
    files.put("trust/root.1.json", new SamplePublisher().document());

    assertEquals(1, brand.anchor().roots().size());
  }

  @Test
  void brokenDocumentStopsTheApp() {
    files.put("trust/root.1.json", "{}".getBytes(UTF_8));
    assertThrows(IllegalStateException.class, brand::anchor);
    files.put("trust/root.1.json", new byte[1 << 17]);
    assertThrows(IllegalStateException.class, brand::anchor);
  }

  @Test
  void packIsFound() throws Exception {
    files.put("pack.zip", "zip".getBytes(UTF_8));

    assertTrue(brand.hasPack());
    assertEquals("zip", new String(brand.openPack().readAllBytes(), UTF_8));
  }
}
