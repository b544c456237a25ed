package rahnamo.appmaker;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rahnamo.app.page.PageAnswer;
import rahnamo.app.page.PageServer;
import rahnamo.app.page.PageStatus;

/**
 * A Chromium that gets every byte from the app's page server, as a WebView does, and notes what
 * goes wrong. It is newer than the WebViews of old phones, and not one of them.
 *
 * <p>A page that is to lead out of the pack leads nowhere, as in the app, where the reader is
 * asked. Hosts below {@link #OUTSIDE} are this machine, so that nothing leaves it even if a test
 * fails.
 */
final class EmulatedWebView implements AutoCloseable {

  private static final String AGENT =
      "Mozilla/5.0 (Linux; Android 5.0.2; Phone; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Version/4.0 Chrome/37.0.0.0 Mobile Safari/537.36";

  /** Where hostile pages want to go. */
  static final String OUTSIDE = "outside.example";

  private static final Pattern NAME = Pattern.compile("([a-z-]+)\\." + Pattern.quote(OUTSIDE));

  private final Path log;
  private final Playwright playwright;
  private final Browser browser;
  private final PageServer server;
  private final List<String> complaints = new ArrayList<>();
  private final BrowserContext context;

  /**
   * @param runsScripts whether scripts run, as they do in packs of the app's own publisher
   * @param folder for its notes
   */
  EmulatedWebView(PageServer server, boolean runsScripts, Path folder) {
    this.server = server;
    this.log = folder.resolve("network.json");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        nodeJs(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--host-resolver-rules=MAP *." + OUTSIDE + " 127.0.0.1:9",
                            "--log-net-log=" + log,
                            "--net-log-capture-mode=Everything")));
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setUserAgent(AGENT)
                .setJavaScriptEnabled(runsScripts)
                .setViewportSize(360, 640)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    context.route("**/*", this::answer);
  }

  Page open() {
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("uncaught: " + error));
    return page;
  }

  /** What pages wrote to the console, and every request that was not answered with a file. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /**
   * Closes the browser, and says which hosts outside it wanted to connect to, be it only to look up
   * their names. One connection, to {@code control}, is made on purpose: a log without it would
   * prove nothing.
   */
  SortedSet<String> closeAndListHosts() throws IOException {
    try (Page control = browser.newPage()) {
      control.navigate("https://control." + OUTSIDE + "/");
    } catch (PlaywrightException refused) {
      complaints.add("control: " + refused.getMessage());
    }
    browser.close();
    return NAME.matcher(Files.readString(log))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void answer(Route route) {
    var request = route.request();
    if (request.isNavigationRequest() && !PageServer.isInside(request.url())) {
      complaints.add("leads to " + request.url());
      route.abort();
      return;
    }
    PageAnswer answer = server.answer(request.method(), request.url(), request.headers());
    if (answer.status() != PageStatus.OK && answer.status() != PageStatus.PARTIAL) {
      complaints.add(answer.status() + " " + request.url());
    }
    var headers = new TreeMap<>(answer.headers());
    String encoding = answer.encoding();
    headers.put(
        "Content-Type", answer.mediaType() + (encoding.isEmpty() ? "" : "; charset=" + encoding));
    try (InputStream body = answer.body()) {
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(answer.status().code())
              .setHeaders(headers)
              .setBodyBytes(part(body.readAllBytes(), headers.getOrDefault("Content-Range", ""))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A WebView is given the whole file, and takes the part itself. */
  private static byte[] part(byte[] whole, String range) {
    var bounds = Pattern.compile("bytes (\\d+)-(\\d+)/\\d+").matcher(range);
    return bounds.matches()
        ? Arrays.copyOfRange(
            whole, Integer.parseInt(bounds.group(1)), Integer.parseInt(bounds.group(2)) + 1)
        : whole;
  }

  private static String nodeJs() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", "/usr/bin"))
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("tests tagged `browser` need Node.js"))
        .toString();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
