package rahnamo.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script of these tests, run by Node.js. */
final class NodeScript {

  private final Path folder;

  /**
   * A place to run scripts.
   *
   * @param folder for the scripts and what they print
   */
  NodeScript(Path folder) {
    this.folder = folder;
  }

  /** A text file on the class path, copied to where Node.js can read it. */
  Path copy(String resource) throws IOException {
    Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = NodeScript.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not on the class path");
      }
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  /** Runs a script of this package to its end, and gives what it printed. */
  String run(String script, Path... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("node", copy(script).toString()));
    for (Path argument : arguments) {
      command.add(argument.toAbsolutePath().toString());
    }
    Path output = folder.resolve("output.txt");
    Process node =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (node.waitFor() != 0) {
      throw new IOException(script + " failed with " + node.exitValue());
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
