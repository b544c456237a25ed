package rahnamo.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain host of files on this machine, at a port that the system chooses. */
final class StaticServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "jpg", "image/jpeg",
          "png", "image/png",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "xml", "application/xml");

  private final HttpServer server;
  private final Path root;
  private volatile boolean isReachable = true;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  private StaticServer(HttpServer server, Path root) {
    this.server = server;
    this.root = root;
  }

  static StaticServer start(Path root) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var started = new StaticServer(HttpServer.create(address, 0), root);
    started.server.createContext("/", started::answer);
    started.server.setExecutor(started.workers);
    started.server.start();
    return started;
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Whether it answers; otherwise it hangs up, as if there were no network. */
  void setReachable(boolean reachable) {
    isReachable = reachable;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!isReachable) {
      exchange.close();
      return;
    }
    Path file = root.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    if (Files.isDirectory(file)) {
      file = file.resolve("index.html");
    }
    try (exchange) {
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      exchange.getResponseHeaders().set("Content-Type", type(file));
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String type(Path file) {
    String name = file.toString();
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
  }
}
