package rahnamo.render;

import java.io.IOException;
import rahnamo.site.Permalink;

/** Takes finished files; called by many threads at once. */
public interface PageSink {

  /** Takes the first {@code length} bytes, which are reused after the call. */
  void accept(Permalink permalink, byte[] bytes, int length) throws IOException;
}
