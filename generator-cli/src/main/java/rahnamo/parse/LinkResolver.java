package rahnamo.parse;

import java.util.Optional;
import java.util.OptionalInt;
import rahnamo.diagnostic.SourceSpan;

/** Finds what relative links and pictures of one article point to, and reports what is broken. */
public interface LinkResolver {

  /** The address to write for a relative destination, or nothing if it has no target. */
  Optional<String> link(String destination, SourceSpan span);

  /** The picture at a relative destination, or nothing if there is none. */
  Optional<Picture> picture(String destination, SourceSpan span);

  /**
   * A picture as a page shows it.
   *
   * @param href the address to write
   * @param width its width in pixels, if known
   * @param height its height in pixels, if known
   */
  record Picture(String href, OptionalInt width, OptionalInt height) {}
}
