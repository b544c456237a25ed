package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFileTest {

  @TempDir private Path site;

  private Optional<String> newest() throws IOException {
    return AppFile.newestIn(site).map(file -> file.getFileName().toString());
  }

  @Test
  void newestIsFoundByDateAndNumber() throws IOException {
    assertEquals(Optional.empty(), newest());
    Files.createDirectory(site.resolve("app"));
    for (String name :
        List.of(
            "a-20260228-99.apk",
            "a-20260301.apk",
            "a-20260301-1.apk",
            "a-20260301-9.apk",
            "a-20260301-10.apk")) {
      Files.writeString(site.resolve("app").resolve(name), name);
      assertEquals(Optional.of(name), newest());
    }
    Files.writeString(site.resolve("app/z-20990101.zip"), "");
    Files.writeString(site.resolve("app/z z.apk"), "");
    Files.createDirectory(site.resolve("app/z.apk"));

    assertEquals(Optional.of("a-20260301-10.apk"), newest());
  }

  @Test
  void whatIsNoAppHasNoSigner() throws IOException {
    for (byte[] bytes : List.of(new byte[0], new byte[] {'P', 'K', 3, 4}, new byte[99])) {
      Path file = Files.write(site.resolve("a.apk"), bytes);
      assertEquals(Optional.empty(), AppFile.read(file));
    }
  }
}
