package rahnamo.apk;

import java.time.LocalDate;
import java.util.Locale;

/**
 * The version of an app: the day on which it was made, and its number among those of the day. It
 * rises from day to day, as Android demands of updates.
 *
 * @param day from 2000 to 2099
 * @param build from 0 to 99
 */
public record AppVersion(LocalDate day, int build) {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;
  private static final int BUILDS = 100;

  public AppVersion {
    if (!isPossible(day, build)) {
      throw new IllegalArgumentException("no version of an app: " + day + " " + build);
    }
  }

  /** Whether there is a version of the day with the number. */
  public static boolean isPossible(LocalDate day, int build) {
    boolean isInTime = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    return isInTime && build >= 0 && build < BUILDS;
  }

  /** The number that Android compares: year, month, day and build, such as 2026030100. */
  public int code() {
    // spec (Android, "Version your app"): at most 2100000000
    return digits() * BUILDS + build;
  }

  /** What people call it, such as 2026.03.01 or 2026.03.01.2. */
  public String name() {
    String name = day.toString().replace('-', '.');
    return build == 0 ? name : name + "." + build;
  }

  /** The name of its file after that of the app, such as 20260301 or 20260301-2. */
  public String inFileName() {
    return build == 0 ? "" + digits() : String.format(Locale.ROOT, "%d-%d", digits(), build);
  }

  private int digits() {
    return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
  }
}
