package rahnamo.app.library;

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

  private final Texts texts;

  public FindingWords(Texts texts) {
    this.texts = texts;
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
    switch (code) {
      case PACK_EMPTY:
      case PACK_IS_HTML:
      case PACK_IS_APK:
      case PACK_NOT_ZIP:
        return Text.REASON_NO_PACK;
      case PACK_UNREADABLE:
      case PACK_TRUNCATED:
      case INSTALL_INTERRUPTED:
        return Text.REASON_INCOMPLETE;
      case PACK_TOO_LARGE:
      case ENTRY_TOO_LARGE:
      case ZIP_TOO_MANY_ENTRIES:
      case ZIP_TOTAL_TOO_LARGE:
        return Text.REASON_TOO_LARGE;
      case INSTALL_CANCELLED:
        return Text.REASON_CANCELLED;
      case INSTALL_NOT_WRITABLE:
        return Text.REASON_NOT_WRITABLE;
      case ROLLBACK_OLDER:
      case ROLLBACK_SAME_SEQUENCE:
      case DELEGATION_SUPERSEDED:
        return Text.REASON_OLDER;
      case DELTA_WRONG_BASE:
        return Text.REASON_WRONG_BASE;
      case READER_TOO_OLD:
      case MANIFEST_CRITICAL:
        return Text.REASON_APP_TOO_OLD;
      case SIGNATURE_WRONG:
      case TRUST_FORK:
      case TRUST_THRESHOLD:
        return Text.REASON_FORGED;
      case UNSIGNED:
        return Text.TRUST_UNSIGNED;
      case UNKNOWN_ROOT:
        return Text.TRUST_UNKNOWN;
      case PACK_STALE:
      case DELEGATION_EXPIRED:
        return Text.AGE_OLD;
      case STORE_DAMAGED:
        return Text.REASON_STORE_DAMAGED;
      default:
        return Text.REASON_DAMAGED;
    }
  }
}
