package rahnamo.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;

/** Reads text files of the content folder: UTF-8 without a byte order mark, of a bounded size. */
public final class SourceReader {

  /** The largest text file, in bytes. */
  public static final int MAX_SIZE = 1024 * 1024;

  private static final int BEGINNING = 3 * 1024;

  private SourceReader() {}

  /** The text of a file, or nothing if it cannot be used (which is reported). */
  public static Optional<SourceText> read(ContentFile file, Diagnostics diagnostics) {
    SourceSpan span = SourceSpan.ofFile(file.display());
    if (file.size() > MAX_SIZE) {
      diagnostics.report(
          DiagnosticCode.FILE_TOO_LARGE, span, Long.toString(file.size()), "" + MAX_SIZE);
      return Optional.empty();
    }
    try {
      return decode(file, Files.readAllBytes(file.file()), diagnostics);
    } catch (IOException e) {
      diagnostics.report(DiagnosticCode.UNREADABLE_FILE, span, reason(e));
      return Optional.empty();
    }
  }

  /**
   * The first whole lines of a file, as far as its front matter may reach, which is enough for
   * most; nothing if the file must be read whole to say more about it.
   */
  public static Optional<SourceText> readBeginning(ContentFile file) {
    if (file.size() <= BEGINNING || file.size() > MAX_SIZE) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file.file())) {
      byte[] bytes = in.readNBytes(BEGINNING);
      return decode(file, Arrays.copyOf(bytes, endOfBeginning(bytes)), new Diagnostics());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the second line ends that begins with {@code ---}, else the last whole line. */
  private static int endOfBeginning(byte[] bytes) {
    boolean isFence = false;
    int lineStart = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (isFence) {
          return i + 1;
        }
        lineStart = i + 1;
        isFence =
            i + 3 < bytes.length
                && bytes[i + 1] == '-'
                && bytes[i + 2] == '-'
                && bytes[i + 3] == '-';
      }
    }
    return lineStart;
  }

  /** Why a file cannot be read, as an argument for a diagnostic. */
  public static String reason(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return Term.of("file.denied");
    }
    if (problem instanceof NoSuchFileException) {
      return Term.of("file.missing");
    }
    Optional<String> system =
        problem instanceof FileSystemException failure
            ? Optional.ofNullable(failure.getReason())
            : Optional.empty();
    return system.orElse(problem.getClass().getSimpleName());
  }

  private static Optional<SourceText> decode(
      ContentFile file, byte[] bytes, Diagnostics diagnostics) {
    SourceSpan span = SourceSpan.ofFile(file.display());
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      int offset = firstMalformed(bytes);
      if (offset >= 0) {
        String value = String.format(Locale.ROOT, "0x%02X", bytes[offset]);
        diagnostics.report(DiagnosticCode.NOT_UTF8, span, value, Integer.toString(offset));
        return Optional.empty();
      }
    }
    if (text.startsWith("\uFEFF")) {
      diagnostics.report(DiagnosticCode.BYTE_ORDER_MARK, span);
      return Optional.empty();
    }
    return Optional.of(new SourceText(file.display(), text));
  }

  private static int firstMalformed(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
    return result.isError() ? in.position() : -1;
  }
}
