package rahnamo.render;

import java.io.IOException;

/** Takes the words of each page that readers may search; called by many threads at once. */
public interface TextSink {

  /** Takes the words of a page in the language of its readers. */
  void accept(PageText text) throws IOException;
}
