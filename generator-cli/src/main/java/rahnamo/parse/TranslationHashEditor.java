package rahnamo.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;

/** Changes the hash of a translation in its front matter and leaves every other byte as it is. */
public final class TranslationHashEditor {

  private static final Pattern INLINE = Pattern.compile("(?m)^translation:[ \\t]*\\{([^}\\n]*)}");
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^translation:[ \\t]*\\r?\\n((?:[ \\t]+[^\\n]*\\n)+)");
  private static final Pattern HASH =
      Pattern.compile("(hash:[ \\t]*)(\"[^\"]*\"|'[^']*'|[^,}\\s]*)");

  private TranslationHashEditor() {}

  /** The text of a file whose front matter has a `translation` key, with the hash set. */
  public static String withHash(SourceText source, String hash) {
    String text = source.content();
    int end = FrontMatterBlock.find(source, new Diagnostics()).map(FrontMatterBlock::end).orElse(0);
    String head = text.substring(0, end);
    Matcher inline = INLINE.matcher(head);
    Matcher block = BLOCK.matcher(head);
    String edited = head;
    if (inline.find()) {
      edited = replaced(head, inline.start(1), inline.end(1), inline.group(1), ", ", hash);
    } else if (block.find()) {
      String lines = block.group(1);
      String indent = lines.substring(0, lines.length() - lines.stripLeading().length());
      edited = replaced(head, block.start(1), block.end(1), lines, indent, hash);
    }
    return edited + text.substring(end);
  }

  private static String replaced(
      String head, int start, int end, String part, String separator, String hash) {
    Matcher old = HASH.matcher(part);
    String quoted = "\"" + hash + "\"";
    String replacement;
    if (old.find()) {
      String space = old.group(1).endsWith(":") ? " " : "";
      replacement = part.substring(0, old.start(2)) + space + quoted + part.substring(old.end(2));
    } else if (separator.startsWith(",")) {
      replacement = part.stripTrailing() + separator + "hash: " + quoted;
    } else {
      String lineEnd = part.endsWith("\r\n") ? "\r\n" : "\n";
      replacement = part + separator + "hash: " + quoted + lineEnd;
    }
    return head.substring(0, start) + replacement + head.substring(end);
  }
}
