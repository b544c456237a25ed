package rahnamo.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder as tests see it: everything in it by path, and a short way to publish to it. */
record Folder(Path path) {

  /** Text of files, {@code -> target} for links, nothing for folders; without our own folder. */
  SortedMap<String, String> snapshot() throws IOException {
    var found = new TreeMap<String, String>();
    if (!Files.isDirectory(path)) {
      return found;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.toList()) {
        Path relative = path.relativize(each);
        if (!relative.startsWith(OutputLayout.STATE_FOLDER) && !relative.toString().isEmpty()) {
          found.put(relative.toString(), describe(each));
        }
      }
    }
    return found;
  }

  private static String describe(Path each) throws IOException {
    if (Files.isSymbolicLink(each)) {
      return "-> " + Files.readSymbolicLink(each);
    }
    return Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) ? "/" : Files.readString(each);
  }

  /** The names in the publisher's own folder. */
  String state() throws IOException {
    try (Stream<Path> all = Files.list(path.resolve(OutputLayout.STATE_FOLDER))) {
      return String.join(" ", all.map(each -> each.getFileName().toString()).sorted().toList());
    }
  }

  Folder with(String file, String text) throws IOException {
    Path place = path.resolve(file);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
    return this;
  }

  PublishReport publish(Map<String, String> site) throws IOException {
    return publish(site, new DiskOperations());
  }

  PublishReport publish(Map<String, String> site, FileOperations operations) throws IOException {
    try (OutputFolder output = OutputFolder.open(path, operations)) {
      return publish(output, site);
    }
  }

  static PublishReport publish(OutputFolder output, Map<String, String> site) throws IOException {
    Stage stage = output.stage();
    for (Map.Entry<String, String> file : new TreeMap<>(site).entrySet()) {
      stage.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return stage.publish();
  }

  /** Opens and closes the output, as the next command does. */
  boolean recover() throws IOException {
    return recover(new DiskOperations());
  }

  boolean recover(FileOperations operations) throws IOException {
    try (OutputFolder output = OutputFolder.open(path, operations)) {
      return output.recovered();
    }
  }
}
