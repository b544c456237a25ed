package rahnamo.pack;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * A pack to make. Immutable.
 *
 * @param selection what it holds
 * @param titles the title of the site in each of its languages, by their folders, the main one
 *     first
 * @param created the day for which it is made
 * @param staleAfter the day after which readers are told that it is old
 * @param sequence its number, if it must be a certain one
 * @param signer who signs it, if anybody
 */
public record PackRequest(
    PackSelection selection,
    Map<String, String> titles,
    LocalDate created,
    LocalDate staleAfter,
    Optional<Long> sequence,
    Optional<PackSigner> signer) {

  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  /** How many days lie between the first day of 2020 and that of the pack. */
  long daysSinceFirst() {
    return Math.max(0, ChronoUnit.DAYS.between(FIRST_DAY, created));
  }
}
