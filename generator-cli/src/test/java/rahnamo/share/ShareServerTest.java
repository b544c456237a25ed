package rahnamo.share;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server that hands a site on, asked over real sockets. */
class ShareServerTest {

  private static final String HELLO = "<p>салом</p>";

  @TempDir Path folder;
  private Path site;
  private ShareServer server;

  /**
   * What came back.
   *
   * @param headers with names in small letters
   * @param body one character a byte
   */
  private record Answer(int status, Map<String, String> headers, String body) {}

  @BeforeEach
  void start() throws IOException {
    site = Files.createDirectories(folder.resolve("site"));
    write("index.html", HELLO);
    write("ru/index.html", "ru");
    write("packs/migrant-ru-20260301-1.zip", "0123456789");
    write("app/rahnamo.apk", "apk");
    write(".rahnamo/manifest", "notes");
    write("empty.txt", "");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(site.resolve("link.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(site.resolve("up"), folder);
    server = ShareServer.start(site, InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, 12",
    "/index.html, 12",
    "/ru/, 2",
    "/index.html?from=qr, 12",
    "/%69ndex.html, 12",
    "/packs/migrant-ru-20260301-1.zip, 10",
    "/empty.txt, 0"
  })
  void fileIsServedWithItsLength(String path, int characters) throws IOException {
    Answer answer = get(path);

    assertEquals(200, answer.status());
    assertEquals(characters, new String(answer.body().getBytes(ISO_8859_1), UTF_8).length());
    assertEquals("" + answer.body().length(), answer.headers().get("content-length"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ru",
        "/packs/",
        "/packs",
        "/missing.html",
        "/index.html/",
        "/index.html/x",
        "//index.html",
        "/../secret.txt",
        "/ru/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/ru%00/index.html",
        "/.rahnamo/manifest",
        "/link.txt",
        "/up/secret.txt",
        "/C:/secret.txt",
        "/ru/./index.html"
      })
  void pathThatIsNoPlainFileOfTheSiteIsNotFound(String path) throws IOException {
    Answer answer = get(path);

    assertEquals(404, answer.status(), path);
    assertTrue(answer.body().lines().count() == 1 && !answer.body().contains("secret"), path);
  }

  @Test
  void headTellsTheLengthOnly() throws IOException {
    Answer answer = ask("HEAD", "/packs/migrant-ru-20260301-1.zip", host());

    assertEquals(200, answer.status());
    assertEquals("10", answer.headers().get("content-length"));
    assertEquals("", answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"})
  void nothingCanBeChanged(String method) throws IOException {
    Answer answer = ask(method, "/index.html", host());

    assertEquals(405, answer.status());
    assertEquals("GET, HEAD", answer.headers().get("allow"));
    assertEquals(HELLO, Files.readString(site.resolve("index.html")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host: evil.example", "Host: evil.example:80", "Host: 127.0.0.1", "Host:"})
  void requestForAnotherHostIsRefused(String header) throws IOException {
    assertEquals(421, ask("GET", "/index.html", header).status());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, 0-3",
    "bytes=4-, 456789, 4-9",
    "bytes=-2, 89, 8-9",
    "bytes=-99, 0123456789, 0-9",
    "bytes=8-99, 89, 8-9",
    "bytes=0-999999999999999999, 0123456789, 0-9"
  })
  void brokenDownloadIsContinued(String range, String bytes, String part) throws IOException {
    Answer answer = get("/packs/migrant-ru-20260301-1.zip", "Range: " + range);

    assertEquals(206, answer.status());
    assertEquals(bytes, answer.body());
    assertEquals("bytes " + part + "/10", answer.headers().get("content-range"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=-",
        "bytes=3-1",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,4-5",
        "bytes=99999999999999999999-"
      })
  void malformedRangeMeansTheWholeFile(String range) throws IOException {
    Answer answer = get("/packs/migrant-ru-20260301-1.zip", "Range: " + range);

    assertEquals(200, answer.status());
    assertEquals("0123456789", answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0", "bytes=12-11"})
  void rangeBehindTheEndIsRefused(String range) throws IOException {
    Answer answer = get("/packs/migrant-ru-20260301-1.zip", "Range: " + range);

    assertEquals(416, answer.status());
    assertEquals("bytes */10", answer.headers().get("content-range"));
    assertEquals("", answer.body());
  }

  @Test
  void downloadOfReplacedFileBeginsAnew() throws IOException {
    String path = "/packs/migrant-ru-20260301-1.zip";
    String tag = get(path).headers().get("etag");
    assertEquals("56789", get(path, "Range: bytes=5-", "If-Range: " + tag).body());

    write("packs/migrant-ru-20260301-1.zip", "abcdefghij");
    Files.setLastModifiedTime(
        site.resolve("packs/migrant-ru-20260301-1.zip"), FileTime.fromMillis(1));

    Answer answer = get(path, "Range: bytes=5-", "If-Range: " + tag);
    assertEquals(200, answer.status());
    assertEquals("abcdefghij", answer.body());
  }

  @Test
  void fileThatTheBrowserHasIsNotSentAgain() throws IOException {
    String tag = get("/index.html").headers().get("etag");

    Answer answer = get("/index.html", "If-None-Match: " + tag);

    assertEquals(304, answer.status());
    assertEquals("", answer.body());
  }

  @Test
  void browserIsToldWhatAFileIs() throws IOException {
    Map<String, String> page = get("/index.html").headers();
    Map<String, String> app = get("/app/rahnamo.apk").headers();

    assertEquals("text/html; charset=utf-8", page.get("content-type"));
    assertEquals("nosniff", page.get("x-content-type-options"));
    assertEquals("application/vnd.android.package-archive", app.get("content-type"));
    assertEquals("attachment", app.get("content-disposition"));
  }

  @Test
  void takenPortIsSaid() {
    int port = server.address().getPort();

    assertThrows(
        BindException.class,
        () -> ShareServer.start(site, InetAddress.getLoopbackAddress(), port).close());
  }

  @Test
  void serverThatIsClosedAnswersNobody() {
    server.close();

    assertThrows(IOException.class, () -> get("/index.html"));
  }

  @Test
  void networksHavePrivateAddresses() throws IOException {
    List<LocalNetwork> networks = LocalNetwork.all();

    assertTrue(networks.stream().allMatch(n -> n.address().isSiteLocalAddress()), "" + networks);
  }

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String host() {
    return "Host: " + server.address().getAuthority();
  }

  private Answer get(String path, String... headers) throws IOException {
    return ask(
        "GET", path, host() + (headers.length == 0 ? "" : "\r\n") + String.join("\r\n", headers));
  }

  private Answer ask(String method, String path, String headers) throws IOException {
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      String request =
          method + " " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var bytes = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(bytes);
      return parse(bytes.toString(ISO_8859_1));
    }
  }

  private static Answer parse(String text) throws IOException {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: " + text);
    }
    List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
    var headers = new TreeMap<String, String>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(": ?", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
    return new Answer(status, headers, text.substring(end + 4));
  }
}
