package rahnamo.pack.format;

/** A day as documents write it, {@code 2026-03-01}, between the years 2000 and 2999. Immutable. */
public final class PackDate implements Comparable<PackDate> {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String text;

  private PackDate(String text) {
    this.text = text;
  }

  /** Whether a text is a day of the calendar, written so. */
  public static boolean isValid(String text) {
    if (text.length() != 10 || text.charAt(0) != '2') {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      boolean isDash = i == 4 || i == 7;
      if (isDash ? text.charAt(i) != '-' : text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8));
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= daysOf(Integer.parseInt(text.substring(0, 4)), month);
  }

  /**
   * Reads a day.
   *
   * @throws IllegalArgumentException if the text is not {@linkplain #isValid valid}
   */
  public static PackDate parse(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a date such as 2026-03-01: " + text);
    }
    return new PackDate(text);
  }

  private static int daysOf(int year, int month) {
    boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return DAYS[month - 1] + (month == 2 && isLeap ? 1 : 0);
  }

  /** The day in eight digits, as in file names. */
  public String digits() {
    return text.substring(0, 4) + text.substring(5, 7) + text.substring(8);
  }

  /** Whether the other day comes before this one. */
  public boolean isAfter(PackDate other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(PackDate other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackDate && text.equals(((PackDate) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The day as it was read, {@code 2026-03-01}. */
  @Override
  public String toString() {
    return text;
  }
}
