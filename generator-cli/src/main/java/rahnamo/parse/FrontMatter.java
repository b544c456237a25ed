package rahnamo.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.Language;

/**
 * The front matter of an article, section page or alert, typed. Immutable.
 *
 * @param title the title, never blank
 * @param summary one sentence for lists and search engines
 * @param order the place within the section; articles without one come last
 * @param tags tags in the article's language
 * @param published the day from which the article is shown
 * @param updated the day of the last change that matters to readers
 * @param verified the day the facts were checked
 * @param reviewBy the day by which they must be checked again
 * @param expires the day from which the article is no longer shown
 * @param sources where the facts come from
 * @param isDraft whether the article is not ready
 * @param aliases former paths inside the language, such as {@code rights/old-name}
 * @param audio the spoken article, a path below {@code media/}
 * @param checklist what to prepare or bring
 * @param translation what the article is a translation of
 * @param needsReview whether a native reader must still check the text
 * @param alert what only an alert has
 */
public record FrontMatter(
    String title,
    Optional<String> summary,
    OptionalInt order,
    List<Located<String>> tags,
    Optional<LocalDate> published,
    Optional<LocalDate> updated,
    Optional<LocalDate> verified,
    Optional<Located<LocalDate>> reviewBy,
    Optional<LocalDate> expires,
    List<Reference> sources,
    boolean isDraft,
    List<Located<String>> aliases,
    Optional<Located<String>> audio,
    List<String> checklist,
    Optional<Translation> translation,
    boolean needsReview,
    Optional<Alert> alert) {

  /**
   * The days on which readers got something new, in no order: of the text, its facts, its alert.
   */
  public Stream<LocalDate> days() {
    return Stream.of(published, updated, verified, alert.map(Alert::starts))
        .flatMap(Optional::stream);
  }

  /**
   * A value and the place where it stands.
   *
   * @param <T> the type of the value
   * @param value the value
   * @param span its place
   */
  public record Located<T>(T value, SourceSpan span) {}

  /**
   * A source of facts.
   *
   * @param title what it is called
   * @param url where it can be read
   * @param date the day it was read
   */
  public record Reference(String title, String url, Optional<LocalDate> date) {}

  /**
   * What an article was translated from.
   *
   * @param of the language of the source
   * @param hash the {@link SourceHash} of the source when the translation was made
   * @param span the place of the hash
   */
  public record Translation(Language of, Optional<String> hash, SourceSpan span) {}

  /**
   * What only an alert has.
   *
   * @param severity how urgent it is
   * @param regions the regions concerned; none means all
   * @param citizenships the countries, as ISO 3166 codes, whose citizens are concerned; none means
   *     all
   * @param starts the first day it is shown
   * @param expires the first day it is no longer shown
   * @param supersedes the slug of an older alert that this one replaces
   */
  public record Alert(
      AlertSeverity severity,
      List<String> regions,
      List<String> citizenships,
      LocalDate starts,
      LocalDate expires,
      Optional<String> supersedes) {}
}
