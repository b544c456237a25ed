package rahnamo.index;

import java.io.IOException;
import java.util.Optional;

/** Gives the files of an index by their path below its folder. */
public interface IndexSource {

  /** The bytes of a file; empty if there is no such file. */
  Optional<byte[]> read(String path) throws IOException;
}
