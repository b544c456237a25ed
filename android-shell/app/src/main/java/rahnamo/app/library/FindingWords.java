package rahnamo.app.library;

import java.util.EnumMap;
import java.util.Map;
import rahnamo.app.text.Megabytes;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.VerificationCode;

/**
 * What a reader is told of a finding: what it means and what to do, not how a zip is built. The
 * code follows in brackets, for whoever helps.
 */
public final class FindingWords {

  // A switch over so large an enum becomes a class of its own, with a table of all its codes.
  private static final Map<VerificationCode, Text> REASONS = reasons();

  private final Texts texts;

  public FindingWords(Texts texts) {
    this.texts = texts;
  }

  private static Map<VerificationCode, Text> reasons() {
    Map<VerificationCode, Text> reasons = new EnumMap<>(VerificationCode.class);
    add(
        reasons,
        Text.REASON_NO_PACK,
        VerificationCode.PACK_EMPTY,
        VerificationCode.PACK_IS_HTML,
        VerificationCode.PACK_IS_APK,
        VerificationCode.PACK_NOT_ZIP);
    add(
        reasons,
        Text.REASON_INCOMPLETE,
        VerificationCode.PACK_UNREADABLE,
        VerificationCode.PACK_TRUNCATED,
        VerificationCode.INSTALL_INTERRUPTED);
    add(
        reasons,
        Text.REASON_TOO_LARGE,
        VerificationCode.PACK_TOO_LARGE,
        VerificationCode.ENTRY_TOO_LARGE,
        VerificationCode.ZIP_TOO_MANY_ENTRIES,
        VerificationCode.ZIP_TOTAL_TOO_LARGE);
    add(reasons, Text.REASON_CANCELLED, VerificationCode.INSTALL_CANCELLED);
    add(reasons, Text.REASON_NOT_WRITABLE, VerificationCode.INSTALL_NOT_WRITABLE);
    add(
        reasons,
        Text.REASON_OLDER,
        VerificationCode.ROLLBACK_OLDER,
        VerificationCode.ROLLBACK_SAME_SEQUENCE,
        VerificationCode.DELEGATION_SUPERSEDED);
    add(reasons, Text.REASON_WRONG_BASE, VerificationCode.DELTA_WRONG_BASE);
    add(
        reasons,
        Text.REASON_APP_TOO_OLD,
        VerificationCode.READER_TOO_OLD,
        VerificationCode.MANIFEST_CRITICAL);
    add(
        reasons,
        Text.REASON_FORGED,
        VerificationCode.SIGNATURE_WRONG,
        VerificationCode.TRUST_FORK,
        VerificationCode.TRUST_THRESHOLD);
    add(reasons, Text.TRUST_UNSIGNED, VerificationCode.UNSIGNED);
    add(reasons, Text.TRUST_UNKNOWN, VerificationCode.UNKNOWN_ROOT);
    add(reasons, Text.AGE_OLD, VerificationCode.PACK_STALE, VerificationCode.DELEGATION_EXPIRED);
    add(reasons, Text.REASON_STORE_DAMAGED, VerificationCode.STORE_DAMAGED);
    return reasons;
  }

  private static void add(
      Map<VerificationCode, Text> reasons, Text text, VerificationCode... codes) {
    for (VerificationCode code : codes) {
      reasons.put(code, text);
    }
  }

  /** The sentence about a finding. */
  public String of(Finding finding) {
    VerificationCode code = finding.code();
    String sentence =
        code == VerificationCode.INSTALL_DISK_FULL
            ? texts.get(Text.IMPORT_SPACE, Megabytes.of(missing(finding)))
            : texts.get(text(code));
    return sentence + " (" + code.id() + ")";
  }

  private static long missing(Finding finding) {
    return finding.arguments().isEmpty() ? 1 : Long.parseLong(finding.arguments().get(0));
  }

  private static Text text(VerificationCode code) {
    Text text = REASONS.get(code);
    return text == null ? Text.REASON_DAMAGED : text;
  }
}
