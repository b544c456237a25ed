package rahnamo.app.library;

import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationReport;

/** What is said of a pack, outside of its pages: whom it comes from, which version, how old. */
public final class PackWords {

  private static final int GROUP = 4;
  private static final int SHORT = 16;

  private final VerificationReport report;
  private final PackDate today;
  private final Texts texts;

  public PackWords(VerificationReport report, PackDate today, Texts texts) {
    this.report = report;
    this.today = today;
    this.texts = texts;
  }

  /** Whether the reader may rely on it. */
  public boolean isTrusted() {
    return report.state() == TrustState.TRUSTED;
  }

  /** Whom it comes from. */
  public String trust() {
    switch (report.state()) {
      case TRUSTED:
        return texts.get(Text.TRUST_TRUSTED);
      case UNKNOWN_ROOT:
        return texts.get(Text.TRUST_UNKNOWN);
      case UNSIGNED:
        return texts.get(Text.TRUST_UNSIGNED);
      case INVALID:
        return texts.get(Text.TRUST_INVALID);
    }
    throw new IllegalStateException(report.toString());
  }

  /** The title in the reader's language, or in the pack's main one. */
  public String title(String language) {
    PackManifest manifest = report.manifest();
    String title = manifest.titles().get(language);
    return title == null
        ? String.valueOf(manifest.titles().get(manifest.languages().get(0)))
        : title;
  }

  /** Version and age. */
  public String version() {
    PackManifest manifest = report.manifest();
    String version = texts.get(Text.VERSION, manifest.sequence(), manifest.created());
    if (today.isAfter(manifest.staleAfter())) {
      return version + " · " + texts.get(Text.AGE_OLD);
    }
    // A clock that is behind the pack says nothing about its age.
    return manifest.created().isAfter(today)
        ? version
        : version + " · " + texts.get(Text.AGE_DAYS, days(manifest.created(), today));
  }

  /** The publisher's fingerprint in groups, to be read out; short, because only a start is read. */
  public String publisher() {
    return report.isSigned() ? grouped(report.publisher()) : "—";
  }

  /** The fingerprint of the key that signed. */
  public String signer() {
    return report.isSigned() ? grouped(report.signer().fingerprint()) : "—";
  }

  private static String grouped(Digest digest) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < SHORT; i += GROUP) {
      groups.append(i == 0 ? "" : " ").append(digest.hex(), i, i + GROUP);
    }
    return groups.toString();
  }

  static long days(PackDate from, PackDate to) {
    return day(to) - day(from);
  }

  /**
   * The number of a day: years are counted from March, so that a leap day is the last of its year.
   */
  private static long day(PackDate date) {
    int digits = Integer.parseInt(date.digits());
    int month = (digits / 100 % 100 + 9) % 12;
    int year = digits / 10_000 - month / 10;
    return 365L * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + digits % 100;
  }

  /** The day of a moment; a clock that was never set gives the first day a pack can have. */
  public static PackDate date(long millis) {
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    String day = format.format(millis);
    return PackDate.parse(PackDate.isValid(day) ? day : "2000-01-01");
  }
}
