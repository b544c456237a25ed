package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/PACK-FORMAT.md says is what the program does. With {@code -Dgolden.update=true} its
 * list of codes is written anew.
 */
class PackFormatDocumentTest {

  private static final Path FILE = Path.of("../docs/PACK-FORMAT.md");
  private static final String CODES =
      "## Codes\n\nWarnings are marked; everything else refuses the pack.\n\n";

  @TempDir Path temp;

  @Test
  void limitsAreThoseOfTheProgram() throws Exception {
    Map<String, String> expected = new TreeMap<>();
    for (var field : PackLimits.class.getFields()) {
      assertTrue(Modifier.isStatic(field.getModifiers()));
      String name = field.getName().toLowerCase(Locale.ROOT).replace('_', '-');
      expected.put(name, String.valueOf(field.get(null)));
    }
    Map<String, String> found = new TreeMap<>();
    Matcher row = Pattern.compile("\\| ([a-z]+(?:-[a-z]+)+) \\| ([0-9]+) \\|").matcher(text());
    while (row.find()) {
      found.put(row.group(1), row.group(2));
    }
    assertEquals(expected, found);
    assertTrue(text().contains("1 to " + EntryName.MAX_LENGTH + " of the characters"));
  }

  @Test
  void exampleOfAManifestIsWhatTheProgramWrites() throws Exception {
    byte[] example = block("json", "\"format\"").getBytes(StandardCharsets.UTF_8);
    PackManifest manifest = PackManifest.parse(example);
    assertArrayEquals(example, manifest.toBytes());
    assertEquals("migrant-tg-20260301-42.zip", PackFileName.of(manifest));
    assertTrue(text().contains(PackFileName.of(manifest)));
  }

  @Test
  void exampleOfARootDocumentIsWhatTheProgramWrites() throws Exception {
    VerifyingKey key = TestKey.named("example").verifying();
    byte[] written =
        RootDocument.write(
            1, 1, List.of(key), 1, key, TestPublisher.CREATED, TestPublisher.EXPIRES);
    String shortened =
        new String(written, StandardCharsets.UTF_8).replaceAll("\"3059[0-9a-f]*\"", "\"3059…\"");
    assertEquals(block("json", "\"version\""), shortened);
  }

  @Test
  void exampleOfADeltaRecordMakesTheFile() throws Exception {
    byte[] base = block("base", "Phone").getBytes(StandardCharsets.UTF_8);
    byte[] expected = block("result", "Phone").getBytes(StandardCharsets.UTF_8);
    var changes = new ByteArrayOutputStream();
    changes.writeBytes(DeltaWriter.MAGIC.getBytes(StandardCharsets.US_ASCII));
    for (String line : block("hex", "1a").lines().toList()) {
      String hex = line.replaceAll("   .*", "").replace(" ", "");
      changes.writeBytes(Hex.decode(hex));
    }
    var reader = new DeltaReader(new ByteArrayInputStream(changes.toByteArray()));
    reader.next("tg/a.html");
    assertEquals("tg/a.html", reader.source());
    var made = new ByteArrayOutputStream();
    try (var source = Spool.of(base.length, new StoreFolder(temp.toFile()), "source")) {
      source.write(base, 0, base.length);
      reader.apply(source, made);
    }
    assertArrayEquals(expected, made.toByteArray());
    assertTrue(reader.isAtEnd());
    // The writer makes the same bytes of the same operations.
    var written = new ByteArrayOutputStream();
    var writer = new DeltaWriter(written);
    writer.file("tg/a.html", "tg/a.html", 26);
    writer.copy(0, 8);
    writer.insert(expected, 8, 2);
    writer.copy(10, 16);
    writer.finish();
    assertArrayEquals(written.toByteArray(), changes.toByteArray());
  }

  @Test
  void documentedCommandsVerifyAPack() throws Exception {
    String commands = block("sh", "openssl");
    for (String tool : new String[] {"sh", "openssl", "sha256sum"}) {
      assumeTrue(exists(tool), tool);
    }
    var pack = TestPack.signedBy(TestPublisher.named("publisher"));
    for (var file : pack.files().entrySet()) {
      Path path = temp.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }

    String said = run(commands);

    assertTrue(said.contains("index.html: OK"), said);
    assertTrue(said.contains("Verified OK"), said);
    assertTrue(said.contains(pack.identity().hex() + "  SHA256SUMS"), said);
    String publisher = Digest.of(pack.file("trust/root.1.json")).hex();
    assertTrue(said.contains(publisher + "  trust/root.1.json"), said);

    Files.writeString(temp.resolve("index.html"), "forged");
    String line = Digest.of("forged".getBytes(StandardCharsets.UTF_8)).hex() + "  index.html\n";
    assertTrue(run(commands).contains("index.html: FAILED"));
    String sums = Files.readString(temp.resolve("SHA256SUMS"));
    Files.writeString(temp.resolve("SHA256SUMS"), sums.replaceFirst(".*index.html\n", line));
    said = run(commands);
    assertTrue(said.contains("index.html: OK") && !said.contains("Verified OK"), said);
  }

  @Test
  void everyCodeIsListed() throws IOException {
    var messages = PackMessages.in("en");
    var list = new StringBuilder("| code | what is said of it |\n| --- | --- |\n");
    for (VerificationCode code : VerificationCode.values()) {
      String value = code == VerificationCode.INSTALL_DISK_FULL ? "1000000" : "…";
      String mark = code.severity() == Severity.WARNING ? " (warning)" : "";
      list.append("| `").append(code.id()).append('`').append(mark).append(" | ");
      list.append(messages.sentence(Finding.of(code, value, value, value))).append(" |\n");
    }
    String text = text();
    int start = text.indexOf(CODES) + CODES.length();
    assertTrue(start >= CODES.length());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text.substring(0, start) + list);
      return;
    }
    assertEquals(list.toString(), text.substring(start));
  }

  private String run(String commands) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", commands)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .start();
    try (var in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.waitFor();
    }
  }

  private static boolean exists(String tool) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** The only fenced block of the kind that contains some words. */
  private static String block(String kind, String words) throws IOException {
    Matcher fence = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(text());
    return fence
        .results()
        .map(found -> found.group(1))
        .filter(found -> found.contains(words))
        .collect(Collectors.joining());
  }

  private static String text() throws IOException {
    return Files.readString(FILE);
  }
}
