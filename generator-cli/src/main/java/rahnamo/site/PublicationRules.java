package rahnamo.site;

import java.time.LocalDate;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter;

/**
 * Which texts are published on a day.
 *
 * @param date the day the site is made for
 * @param withDrafts whether drafts are shown
 * @param withFuture whether texts of later days are shown
 */
public record PublicationRules(LocalDate date, boolean withDrafts, boolean withFuture) {

  boolean isPublished(ArticleHeader header) {
    FrontMatter frontMatter = header.frontMatter();
    boolean isReady = withDrafts || !frontMatter.isDraft();
    boolean hasBegun = frontMatter.published().map(this::isReached).orElse(true);
    boolean isInForce = frontMatter.alert().map(this::isInForce).orElse(true);
    return isReady && (withFuture || hasBegun) && isInForce;
  }

  private boolean isInForce(FrontMatter.Alert alert) {
    return (withFuture || isReached(alert.starts())) && !isReached(alert.expires());
  }

  private boolean isReached(LocalDate day) {
    return !day.isAfter(date);
  }
}
