package rahnamo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser and the one built site that all of them look at. */
final class Shared implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == BrowserSession.class || type == BuiltSite.class;
  }

  /** What is kept here is closed after the last test of the run. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getRoot().getStore(ExtensionContext.Namespace.create(Shared.class));
    return parameter.getParameter().getType() == BrowserSession.class
        ? store.computeIfAbsent(BrowserSession.class, key -> BrowserSession.start())
        : store.computeIfAbsent(BuiltSite.class, key -> build());
  }

  private static BuiltSite build() {
    try {
      return BuiltSite.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
