package rahnamo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * One Chromium without a window, of the system's own package; nothing is downloaded.
 *
 * <p>Starting it takes about two seconds, so a test class starts one for all its tests. Like
 * Playwright itself it serves a single thread.
 *
 * <pre>{@code
 * try (var browser = BrowserSession.start();
 *     var open = browser.open(folder.resolve("index.html"), View.PHONE.dark())) {
 *   assertEquals(List.of(), open.complaints());
 * }
 * }</pre>
 */
public final class BrowserSession implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** Chromium looks for updates and more at every start; a test machine may have no network. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private BrowserSession(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the browser. */
  public static BrowserSession start() {
    var environment =
        Map.of(
            "PLAYWRIGHT_NODEJS_PATH", nodeJs().toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(needed(CHROMIUM, "chromium"))
            .setArgs(ARGUMENTS);
    return new BrowserSession(playwright, playwright.chromium().launch(options));
  }

  /** Opens a file as {@code file://} and waits until it is loaded. */
  public OpenPage open(Path file, View view) {
    return open(file.toAbsolutePath().toUri().toString(), view);
  }

  /** Opens an address and waits until it is loaded. */
  public OpenPage open(String address, View view) {
    OpenPage window = window(view);
    window.page().navigate(address);
    return window;
  }

  /** Opens a window without a page, to look at many pages one after another. */
  public OpenPage window(View view) {
    return window(options(view));
  }

  /** Opens a window that ignores what pages forbid: what they contain may load and run. */
  OpenPage windowWithoutPolicy(View view) {
    return window(options(view).setBypassCSP(true));
  }

  private static Browser.NewContextOptions options(View view) {
    return new Browser.NewContextOptions()
        .setViewportSize(view.width(), view.height())
        .setColorScheme(view.isDark() ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setJavaScriptEnabled(view.hasScripts());
  }

  private OpenPage window(Browser.NewContextOptions options) {
    var complaints = new CopyOnWriteArrayList<String>();
    var requests = new CopyOnWriteArrayList<String>();
    var page = browser.newContext(options).newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("uncaught: " + error));
    page.onRequest(request -> requests.add(request.url()));
    return new OpenPage(page, complaints, requests);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path nodeJs() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> needed(Path.of("/usr/bin/node"), "nodejs"));
  }

  private static Path needed(Path program, String debianPackage) {
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(
          program
              + " is missing, and tests tagged `browser` need it: install Debian's package "
              + debianPackage
              + ", or leave these tests out with -Pno-browser");
    }
    return program;
  }
}
