package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rahnamo share} as a distributor starts it. */
class ShareCommandTest {

  @TempDir Path folder;

  @Test
  void folderWithoutSiteIsRefused() {
    Run run = Run.of("share", "--ui-lang", "en", "--output", folder.resolve("nothing").toString());

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("error: there is no site in `"), run.err());
    assertTrue(run.err().contains("help: make it with `rahnamo build`"), run.err());
  }

  @Test
  void nameInsteadOfAnAddressIsRefused() {
    Run run = Run.of("share", "--ui-lang", "en", "--bind", "localhost");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("'localhost' is not an IPv4 address"), run.err());
  }

  @Test
  void takenPortIsRefused() throws IOException {
    Files.writeString(folder.resolve("index.html"), "<p>");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();

      Run run =
          Run.of(
              "share",
              "--ui-lang",
              "en",
              "--output",
              "" + folder,
              "--bind",
              "127.0.0.1",
              "--port",
              port);

      assertEquals(2, run.exitCode());
      assertTrue(
          run.err().startsWith("error: the address 127.0.0.1:" + port + " cannot be used"),
          run.err());
    }
  }

  @Test
  void printedAddressLeadsToTheSite() throws Exception {
    Files.createDirectories(folder.resolve("packs"));
    Files.writeString(folder.resolve("index.html"), "<p>салом</p>");
    Files.writeString(folder.resolve("packs/index.html"), "<p>packs</p>");
    Path out = Files.createFile(folder.resolve(".out"));
    Process process =
        Program.in(folder)
            .command("share", "--output", ".", "--bind", "127.0.0.1", "--port", "0")
            .redirectError(out.toFile())
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String address = lines.readLine();
      String downloads = lines.readLine();

      assertEquals(address + "packs/index.html", downloads);
      assertEquals("<p>салом</p>", get(address));
      assertEquals("<p>packs</p>", get(downloads));
      assertTrue(Files.readString(out).contains("█"), "the code is drawn");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static String get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
