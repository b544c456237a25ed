package rahnamo.index;

import java.io.IOException;

/** Takes the finished files of an index. */
public interface IndexSink {

  /** Takes a file by its path below the folder of the index. */
  void accept(String path, byte[] bytes) throws IOException;
}
