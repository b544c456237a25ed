package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The content of all files in a folder, by path with {@code /}; without the publisher's own folder.
 *
 * @param files text in UTF-8 as it is, other bytes as a list of numbers, links as {@code -> target}
 */
record Tree(SortedMap<String, String> files) {

  private static final String STATE_FOLDER = ".rahnamo";

  static Tree of(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    for (Path file : paths(folder)) {
      boolean isLink = Files.isSymbolicLink(file);
      String content =
          isLink ? "-> " + Files.readSymbolicLink(file) : text(Files.readAllBytes(file));
      files.put(name(folder, file), content);
    }
    return new Tree(files);
  }

  /** All files and links in a folder, without the publisher's own. */
  static List<Path> paths(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !folder.relativize(file).startsWith(STATE_FOLDER))
          .sorted()
          .toList();
    }
  }

  /** What the system says of each file: a file that was written again is another one. */
  static Map<String, Object> identities(Path folder) throws IOException {
    var identities = new TreeMap<String, Object>();
    for (Path file : paths(folder)) {
      identities.put(name(folder, file), Files.getAttribute(file, "unix:ino"));
    }
    return identities;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      var numbers = new StringBuilder("bytes");
      for (byte b : bytes) {
        numbers.append(' ').append(b);
      }
      return numbers.toString();
    }
  }

  /** Requires the same files with the same bytes, and shows where the first difference is. */
  void requireEqual(Tree found) {
    var wrong = new ArrayList<String>();
    var all = new TreeSet<String>(files.keySet());
    all.addAll(found.files.keySet());
    for (String path : all) {
      if (!found.files.containsKey(path)) {
        wrong.add("missing: " + path);
      } else if (!files.containsKey(path)) {
        wrong.add("surplus: " + path);
      } else if (!found.files.get(path).equals(files.get(path))) {
        wrong.add("differs: " + path);
      }
    }
    String first =
        wrong.stream().filter(line -> line.startsWith("differs: ")).findFirst().orElse("");
    if (!first.isEmpty()) {
      String path = first.substring("differs: ".length());
      assertEquals(files.get(path), found.files.get(path), String.join("\n", wrong) + "\n" + path);
    }
    assertEquals("", String.join("\n", wrong));
  }
}
