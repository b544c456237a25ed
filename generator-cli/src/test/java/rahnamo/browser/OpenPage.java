package rahnamo.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * A page in the browser and what happened while it was open; closing it closes its window.
 *
 * <p>The lists grow while the page lives.
 *
 * @param page the page itself, to look at and to press
 * @param complaints everything in the console, of any level, and every uncaught error
 * @param requests the address of everything that the page asked for, itself first
 */
public record OpenPage(Page page, List<String> complaints, List<String> requests)
    implements AutoCloseable {

  @Override
  public void close() {
    page.context().close();
  }
}
