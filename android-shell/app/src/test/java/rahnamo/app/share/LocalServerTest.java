package rahnamo.app.share;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.SamplePack;

@Timeout(60)
class LocalServerTest {

  private static final long LONG = 600_000;
  private static final String PACK = "/sample-tg-20260301-7.zip";

  @TempDir private Path folder;

  private final AtomicInteger stops = new AtomicInteger();
  private File packFile;
  private File app;
  private PackFile pack;
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    packFile = SamplePack.numbered(7).writeTo(folder.resolve("current.zip"));
    app = Files.writeString(folder.resolve("base.apk"), "the app").toFile();
    pack = PackFile.open(packFile);
    server = serve(LONG, stops::incrementAndGet);
  }

  private LocalServer serve(long idleMillis, LocalServer.Listener listener) throws Exception {
    return LocalServer.start(files(), InetAddress.getLoopbackAddress(), idleMillis, listener);
  }

  private void serveWith(Patience patience) throws Exception {
    server.close();
    server = LocalServer.start(files(), InetAddress.getLoopbackAddress(), patience, () -> {});
  }

  private ServedFiles files() throws Exception {
    PackManifest manifest = PackManifest.parse(pack.bytes(EntryName.MANIFEST));
    return new ServedFiles(pack, manifest, packFile, app);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    pack.close();
  }

  private String get(String path, String... headers) throws IOException {
    String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return send("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n" + extra + "\r\n");
  }

  private String host() {
    return URI.create(server.address()).getAuthority();
  }

  private String send(String request) throws IOException {
    try (var socket = visit()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private Socket visit() throws IOException {
    URI address = URI.create(server.address());
    return new Socket(address.getHost(), address.getPort());
  }

  private static String body(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }

  private static int status(String response) {
    return Integer.parseInt(response.split(" ", 3)[1]);
  }

  @Test
  void startPageLeadsToEverythingInFourLanguages() throws IOException {
    String page = new String(body(get("/")).getBytes(ISO_8859_1), UTF_8);

    for (String language : new String[] {"tg", "ru", "uz", "en"}) {
      assertTrue(page.contains("<div lang=\"" + language + "\">"), language);
    }
    for (String link : page.split("href=\"", -1)) {
      if (!link.startsWith("<!DOCTYPE")) {
        assertEquals(200, status(get("/" + link.substring(0, link.indexOf('"')))), link);
      }
    }
    assertTrue(page.contains("href=\"site/tg/index.html\""));
    assertTrue(page.contains("href=\"site/index.html\""), "no Russian in this pack");
  }

  @Test
  void packAndAppAreGivenAsTheyAre() throws IOException {
    assertArrayEquals(Files.readAllBytes(packFile.toPath()), body(get(PACK)).getBytes(ISO_8859_1));
    String answer = get("/rahnamo.apk");
    assertEquals("the app", body(answer));
    assertTrue(answer.contains("Content-Type: application/vnd.android.package-archive"), answer);
  }

  @Test
  void pagesOfThePackCanBeRead() throws IOException {
    String page = get("/site/tg/");

    assertTrue(page.contains("Content-Type: text/html; charset=utf-8\r\n"), page);
    assertTrue(page.contains("Content-Security-Policy: default-src 'none';"), page);
    assertEquals(
        "<!DOCTYPE html><title>Аввал 7</title>",
        new String(body(page).getBytes(ISO_8859_1), UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=2-4, 206, 'e a', bytes 2-4/7",
    "bytes=4-, 206, 'app', bytes 4-6/7",
    "bytes=-3, 206, 'app', bytes 4-6/7",
    "bytes=7-, 416, '', bytes */7"
  })
  void brokenDownloadIsContinued(String range, int status, String body, String described)
      throws IOException {
    String answer = get("/rahnamo.apk", "Range: " + range);

    assertEquals(status, status(answer));
    assertEquals(body, body(answer));
    assertTrue(answer.contains("Content-Range: " + described + "\r\n"), answer);
  }

  @Test
  void headIsAnsweredWithoutABody() throws IOException {
    String answer = send("HEAD /rahnamo.apk HTTP/1.1\r\nhost: " + host() + "\r\n\r\n");

    assertTrue(answer.contains("Content-Length: 7\r\n"), answer);
    assertEquals("", body(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/base.apk", "/current.zip", "/site/../current.zip", "/site//etc/passwd", "/../base.apk",
        "/site/%2e%2e/base.apk", "/site/missing.html", "/sample-tg-20260301-6.zip", "//", "/site",
        "/site/SHA256SUMS.sig"
      })
  void nothingElseIsGiven(String path) throws IOException {
    assertEquals(404, status(get(path)), path);
  }

  @Test
  void otherHostsAndOtherMethodsAreRefused() throws IOException {
    assertEquals(421, status(send("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n")));
    assertEquals(421, status(send("GET / HTTP/1.1\r\n\r\n")));
    assertEquals(405, status(send("POST / HTTP/1.1\r\nHost: " + host() + "\r\n\r\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/2\r\n\r\n",
        "GET http://a/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"
      })
  void whatIsNoRequestGetsNoAnswer(String request) throws IOException {
    assertEquals("", send(request));
  }

  @Test
  void endlessHeadIsCutOff() throws IOException {
    String endless = "GET / HTTP/1.1\r\nA: " + "a".repeat(9000);
    try {
      assertEquals("", send(endless));
    } catch (IOException reset) {
      assertFalse(String.valueOf(reset.getMessage()).isEmpty());
    }
    assertEquals(200, status(get("/")));
  }

  @Test
  void manyPhonesAreServedAtOnce() throws Exception {
    byte[] expected = Files.readAllBytes(packFile.toPath());
    int phones = 8;
    var good = new CountDownLatch(phones);
    for (int i = 0; i < phones; i++) {
      new Thread(
              () -> {
                try {
                  if (Arrays.equals(expected, body(get(PACK)).getBytes(ISO_8859_1))) {
                    good.countDown();
                  }
                } catch (IOException e) {
                  // counted as missing
                }
              })
          .start();
    }
    assertTrue(good.await(30, TimeUnit.SECONDS), good.getCount() + " did not get it");
  }

  @Test
  void silentVisitorsDoNotKeepOthersAway() throws Exception {
    try (var silent = visit()) {
      assertTrue(silent.isConnected());
      assertEquals(200, status(get("/")));
    }
  }

  @Test
  void visitorThatSendsAByteNowAndThenIsGivenUp() throws Exception {
    serveWith(new Patience(LONG, 200, LONG));
    try (var slow = visit()) {
      var out = slow.getOutputStream();
      out.write("GET / HTTP/1.1\r\nA: ".getBytes(ISO_8859_1));
      // Never silent for as long as the server waits, and never done.
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              out.write('a');
              LockSupport.parkNanos(20_000_000);
            }
          });
    }
    assertEquals(200, status(get("/")));
  }

  @Test
  void visitorsThatTakeNothingLoseTheirPlaces() throws Exception {
    try (var large = new RandomAccessFile(app, "rw")) {
      large.setLength(64 << 20);
    }
    serveWith(new Patience(LONG, LONG, 2000));
    List<Socket> greedy = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        var socket = visit();
        greedy.add(socket);
        String request = "GET /rahnamo.apk HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        assertEquals('H', socket.getInputStream().read());
      }
      assertEquals("", answerIfAny(), "one visitor got all the places");
      while (answerIfAny().isEmpty()) {
        LockSupport.parkNanos(50_000_000);
      }
    } finally {
      for (Socket socket : greedy) {
        socket.close();
      }
    }
  }

  /** Whoever is turned away gets nothing, or is told so by the system. */
  private String answerIfAny() {
    try {
      return get("/");
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void stopsByItselfWhenNobodyComes() throws Exception {
    var stopped = new CountDownLatch(1);
    server.close();
    server = serve(1, stopped::countDown);

    assertTrue(stopped.await(30, TimeUnit.SECONDS));
    assertThrows(IOException.class, () -> get("/"));
  }

  @Test
  void closingEndsItAndSaysSoOnce() throws Exception {
    server.close();
    server.close();

    assertEquals(1, stops.get());
    assertThrows(IOException.class, () -> get("/"));
  }
}
