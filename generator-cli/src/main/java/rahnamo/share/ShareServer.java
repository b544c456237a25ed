package rahnamo.share;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server of one folder's files at one address of this computer. It reads only, lists no folders,
 * continues broken downloads, and answers nobody who took its address for another host's.
 */
public final class ShareServer implements AutoCloseable {

  /** So many phones may load at once; the others wait. */
  private static final int THREADS = 32;

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;
  private static final int FAILED = 500;

  private final SharedFolder folder;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Set<String> hosts;

  private ShareServer(SharedFolder folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
    this.threads = Executors.newFixedThreadPool(THREADS, ShareServer::thread);
    this.hosts = hosts(server.getAddress());
  }

  /**
   * Starts serving.
   *
   * @param folder a built site
   * @param address an address of this computer; nothing is heard on any other
   * @param port 0 for any free one
   * @throws java.net.BindException if the port is taken or the address is not this computer's
   */
  public static ShareServer start(Path folder, InetAddress address, int port) throws IOException {
    var shared = new SharedFolder(folder);
    var server =
        new ShareServer(shared, HttpServer.create(new InetSocketAddress(address, port), 0));
    server.server.createContext("/", server::answer);
    server.server.setExecutor(server.threads);
    server.server.start();
    return server;
  }

  /** Where the site can be opened. */
  public URI address() {
    return URI.create("http://" + authority(server.getAddress()) + "/");
  }

  /** Stops at once; broken downloads can be continued another time. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        refuse(exchange, METHOD_NOT_ALLOWED, "only reading is possible here");
        return;
      }
      if (!isMeant(exchange)) {
        refuse(exchange, MISDIRECTED, "this is not the host that was asked for");
        return;
      }
      Optional<Path> file = folder.find(exchange.getRequestURI().getPath());
      if (file.isEmpty()) {
        refuse(exchange, NOT_FOUND, "there is no such page");
        return;
      }
      new FileAnswer(exchange, file.get()).send();
    } catch (RuntimeException e) {
      refuse(exchange, FAILED, "the server failed");
      throw e;
    }
  }

  /** A page of another site could have its name lead here (DNS rebinding); its Host tells. */
  private boolean isMeant(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
        .filter(hosts::contains)
        .isPresent();
  }

  private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
    byte[] text = (reason + "\n").getBytes(US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, hasBody ? text.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(text);
    }
  }

  private static Set<String> hosts(InetSocketAddress address) {
    String own = authority(address);
    return address.getAddress().isLoopbackAddress()
        ? Set.of(own, "localhost:" + address.getPort())
        : Set.of(own, address.getAddress().getHostAddress()); // port 80 is left out
  }

  private static String authority(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "share");
    thread.setDaemon(true);
    return thread;
  }
}
