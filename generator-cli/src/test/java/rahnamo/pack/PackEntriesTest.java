package rahnamo.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.PackLimits;
import rahnamo.render.Workers;

/** The files of a site that a pack holds. */
class PackEntriesTest {

  private static final PackSelection ALL =
      new PackSelection("probe-tg", List.of("tg"), List.of(), List.of());

  @TempDir Path temp;

  private static SortedMap<String, PackEntries.Entry> entries(
      Map<String, Path> site, CompressedFiles compressed) throws IOException {
    return new PackEntries(new Workers(2), compressed).of(ALL, site);
  }

  @Test
  void tooManyFilesAreRefusedBeforeOneIsRead() {
    var site = new TreeMap<String, Path>();
    for (int i = 0; i <= PackLimits.MAX_ENTRIES; i++) {
      site.put("tg/" + i + ".txt", temp); // a folder, which cannot be read
    }
    var thrown =
        assertThrows(PackTooLargeException.class, () -> entries(site, new CompressedFiles()));
    assertEquals("pack-limit.files", thrown.limit());
  }

  @Test
  void fileIsCompressedWhenItIsReadAndKept() throws IOException {
    byte[] text = "слово ".repeat(99).getBytes(StandardCharsets.UTF_8);
    Map<String, Path> site =
        Map.of(
            "tg/a.txt", Files.write(temp.resolve("a"), text),
            "tg/b.txt", Files.write(temp.resolve("b"), text));
    var compressed = new CompressedFiles();
    assertNull(compressed.find(Digest.of(text)));
    SortedMap<String, PackEntries.Entry> entries = entries(site, compressed);
    CompressedFile kept = compressed.find(Digest.of(text));
    assertNotNull(kept);
    Files.delete(temp.resolve("a"));
    for (PackEntries.Entry entry : entries.values()) {
      assertEquals(kept, entry.content().compressed("a"));
    }
    assertArrayEquals(CompressedFile.of(text).bytes(), kept.bytes());
  }
}
