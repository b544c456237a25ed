package rahnamo.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files of invalid sites that no repository can hold on every system, so they are made here. */
final class AwkwardFiles {

  private static final String ARTICLE = "---\ntitle: Статья\n---\nТекст.\n";

  private final Path content;

  private AwkwardFiles(Path content) {
    this.content = content;
  }

  /** Adds to the content folder of an invalid site what only this class can make. */
  static void add(String site, Path content) throws IOException {
    var files = new AwkwardFiles(content);
    switch (site) {
      case "not-utf8" -> files.addOtherEncodings();
      case "byte-order-mark" -> files.addByteOrderMarks();
      case "unreadable-file" -> files.addLinksToNowhere();
      case "symlink-outside" -> files.addLinksOutside();
      case "invalid-file-name" -> files.addNames();
      case "path-too-long" -> files.addLongPaths();
      case "file-too-large" -> files.addLargeFiles();
      case "article-too-complex" -> files.addComplexArticles();
      case "image-too-large" -> files.addHugePicture();
      case "duplicate-path" -> files.addNamesThatDifferInCase();
      case "reserved-name" -> files.write("static/.rahnamo/manifest", "mine\n");
      default -> {}
    }
  }

  private void write(String path, String text) throws IOException {
    write(path, text.getBytes(UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = content.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void link(String path, String target) throws IOException {
    Path link = content.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
  }

  private void addOtherEncodings() throws IOException {
    write("ru/work/a.md", ARTICLE.getBytes(Charset.forName("windows-1251")));
    write("ru/work/b.md", ARTICLE.getBytes(UTF_16LE));
    byte[] whole = (ARTICLE + "ц").getBytes(UTF_8);
    write("ru/work/cut.md", java.util.Arrays.copyOf(whole, whole.length - 1));
    write("ru/work/surrogate.md", new byte[] {'-', '-', '-', '\n', (byte) 0xED, (byte) 0xA0, 0});
    write("data/contacts.yml", new byte[] {'-', ' ', 'i', 'd', ':', ' ', (byte) 0xFF, '\n'});
  }

  private void addByteOrderMarks() throws IOException {
    write("ru/work/a.md", "\uFEFF" + ARTICLE);
    write("data/contacts.yml", "\uFEFF[]\n");
  }

  private void addLinksToNowhere() throws IOException {
    link("ru/work/a.md", "nowhere.md");
    link("ru/work/b.md", "b.md");
    link("media/a.svg", "../../nowhere.svg");
  }

  private void addLinksOutside() throws IOException {
    Path outside = content.resolveSibling("outside");
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("secret.md"), ARTICLE);
    link("ru/work/a.md", "../../../outside/secret.md");
    link("ru/folder", "../../outside");
    link("static/secret.txt", "../../outside/secret.md");
    write("ru/work/real.md", ARTICLE);
    link("ru/work/inside.md", "real.md");
    link("ru/other", "work");
  }

  private void addNames() throws IOException {
    write("ru/work/My article.md", ARTICLE);
    write("ru/work/Patent.md", ARTICLE);
    write("ru/work/патент.md", ARTICLE);
    write("ru/work/under_score.md", ARTICLE);
    write("ru/Работа/a.md", ARTICLE);
    write("media/Фото 1.JPG", "");
    write("static/Любое имя.TXT", "copied as it is\n");
  }

  private void addNamesThatDifferInCase() throws IOException {
    write("static/RU/Work/B.html", "x\n");
    write("static/notes.txt", "x\n");
    write("static/Notes.txt", "x\n");
  }

  private void addLongPaths() throws IOException {
    write("ru/work/" + "a".repeat(169) + ".md", ARTICLE);
    write("ru/work/" + "b".repeat(170) + ".md", ARTICLE);
    write("static/" + "г".repeat(100), "x\n");
    write("static/" + "deep/".repeat(40) + "file", "x\n");
  }

  private void addLargeFiles() throws IOException {
    write("ru/work/a.md", ARTICLE + "а".repeat(512 * 1024));
    write("media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>" + " ".repeat(20 << 20));
  }

  private void addComplexArticles() throws IOException {
    write("ru/work/brackets.md", ARTICLE + "[".repeat(5000) + "\n");
    write("ru/work/front-matter.md", ARTICLE.replace("title: ", "title: " + "а".repeat(20_000)));
    write("ru/work/columns.md", ARTICLE + "\n" + "| а ".repeat(200) + "|\n");
    write("ru/work/lines.md", ARTICLE + "\n".repeat(30_000) + "Дальше.\n");
    write("ru/work/signs.md", ARTICLE + "\n" + "Где *тут* и `там`. ".repeat(3000) + "\n");
    write("ru/work/tasks.md", ARTICLE + "\n" + "- [ ] ".repeat(60) + "Глубоко.\n");
    write("ru/work/quotes.md", ARTICLE + "Выше.\n\n" + "> ".repeat(200) + "Глубоко.\n");
  }

  /** A true picture of 400 million pixels, which costs its reader 1.2 GB and this test 50 kB. */
  private void addHugePicture() throws IOException {
    int side = 20_000;
    Path file = content.resolve("media/huge.png");
    Files.createDirectories(file.getParent());
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(0x89504E470D0A1A0AL);
      var header = new ByteArrayOutputStream();
      var values = new DataOutputStream(header);
      values.writeInt(side);
      values.writeInt(side);
      values.write(new byte[] {1, 0, 0, 0, 0});
      writeChunk(out, "IHDR", header.toByteArray());
      writeChunk(out, "IDAT", blackPixels(side));
      writeChunk(out, "IEND", new byte[0]);
    }
    write("ru/work/a.md", ARTICLE + "\n![Карта](../../media/huge.png)\n");
  }

  private static byte[] blackPixels(int side) throws IOException {
    var compressed = new ByteArrayOutputStream();
    byte[] row = new byte[1 + side / 8];
    try (OutputStream deflater = new DeflaterOutputStream(compressed)) {
      for (int y = 0; y < side; y++) {
        deflater.write(row);
      }
    }
    return compressed.toByteArray();
  }

  private static void writeChunk(DataOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(UTF_8);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
