package rahnamo.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;
import rahnamo.text.TextNormalizer;

/**
 * A file of documents, one JSON object on each line, that many threads may read together: the
 * string or whole number {@code id}, and the strings {@code title}, {@code text} and {@code
 * section}, of which any may be missing but not both title and text. Other members are passed over.
 * Lines that hold no such object are reported and left out.
 */
public final class DocumentFile implements AutoCloseable {

  /** The longest line, in bytes. */
  static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final Path path;
  private final InputStream in;
  private final Diagnostics diagnostics;
  private final Map<String, Integer> lines = new HashMap<>();
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private int line;
  private int next;

  /**
   * A document and its place in the file.
   *
   * @param number how many documents stand before it
   */
  public record Numbered(int number, SearchDocument document) {}

  private DocumentFile(Path path, InputStream in, Diagnostics diagnostics) {
    this.path = path;
    this.in = in;
    this.diagnostics = diagnostics;
  }

  /** Opens a file whose mistakes are reported while it is read. */
  public static DocumentFile open(Path path, Diagnostics diagnostics) throws IOException {
    return new DocumentFile(path, Files.newInputStream(path), diagnostics);
  }

  /** How many lines a file has, and so at most how many documents. */
  public static int lines(Path path) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int lines = 1;
    try (InputStream in = Files.newInputStream(path)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        for (int i = 0; i < length; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  /** The next document, or nothing at the end of the file. */
  public synchronized Optional<Numbered> next() throws IOException {
    for (Optional<byte[]> bytes = nextLine(); bytes.isPresent(); bytes = nextLine()) {
      Optional<SearchDocument> document = document(bytes.get());
      if (document.isPresent()) {
        return Optional.of(new Numbered(next++, document.get()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The bytes of the next line, cut off behind what is too long; nothing at the end. */
  private Optional<byte[]> nextLine() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    line++;
    var bytes = new ByteArrayOutputStream();
    while (fill()) {
      int start = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      bytes.write(buffer, start, Math.min(at - start, LONGEST_LINE + 1 - bytes.size()));
      if (at < filled) {
        at++;
        break;
      }
    }
    return Optional.of(bytes.toByteArray());
  }

  /** Reads on if all was taken that had been read; false at the end of the file. */
  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return at < filled;
  }

  /** The document on a line; nothing if the line is empty, or wrong, which is reported. */
  private Optional<SearchDocument> document(byte[] bytes) {
    if (bytes.length > LONGEST_LINE) {
      return wrong("", 0, "document.too-long");
    }
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return wrong("", 0, "document.not-utf8");
    }
    if (line == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return text.isBlank() ? Optional.empty() : document(text);
  }

  private Optional<SearchDocument> document(String text) {
    JsonTree tree;
    try {
      tree = JsonTree.parse(text);
    } catch (IOException e) {
      return wrong(text, JsonTree.column(e), "document.no-json");
    }
    if (!tree.isObject()) {
      return wrong(text, 0, "document.no-json");
    }
    Optional<String> id = tree.get("id").text();
    if (id.isEmpty() || id.get().isBlank()) {
      return wrong(text, 0, "document.no-id");
    }
    if (tree.get("title").isAbsent() && tree.get("text").isAbsent()) {
      return wrong(text, 0, "document.no-text");
    }
    for (String name : List.of("title", "section", "text")) {
      if (!tree.get(name).isAbsent() && !tree.get(name).isString()) {
        return wrong(text, 0, "document.no-string");
      }
    }
    var document =
        new SearchDocument(
            id.get(), member(tree, "title"), member(tree, "section"), member(tree, "text"));
    return checked(document, text);
  }

  private Optional<SearchDocument> checked(SearchDocument document, String text) {
    String all = document.id() + document.title() + document.section() + document.text();
    if (!UTF_8.newEncoder().canEncode(all)) {
      return wrong(text, 0, "document.half-character");
    }
    Integer other = lines.putIfAbsent(document.id(), line);
    if (other != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_DOCUMENT, span(text, 0), document.id(), other.toString());
      return Optional.empty();
    }
    return Optional.of(document);
  }

  private static String member(JsonTree tree, String name) {
    return TextNormalizer.nfc(tree.get(name).text().orElse(""));
  }

  private Optional<SearchDocument> wrong(String text, int column, String reason) {
    diagnostics.report(DiagnosticCode.INVALID_DOCUMENT, span(text, column), Term.of(reason));
    return Optional.empty();
  }

  /** The present line, or a place on it. */
  private SourceSpan span(String text, int column) {
    boolean isQuoted = column > 0 && column <= text.codePointCount(0, text.length());
    String name = path.toString().replace('\\', '/');
    return isQuoted
        ? new SourceSpan(name, line, column, 1, text)
        : new SourceSpan(name, line, 0, 0, "");
  }
}
