package rahnamo.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.Language;
import rahnamo.text.UzbekScript;

/**
 * What `site.yml` says, checked and complete. Immutable.
 *
 * @param title the name of the site
 * @param description one sentence about the site
 * @param baseUrl the address of the site, ending in a slash; absent while it has none
 * @param languages the languages to publish, in the order of the switcher
 * @param sourceLanguage the language that the others are translated from
 * @param fallback for each language the languages to show instead when a translation is missing
 * @param sections the section slugs in their order
 * @param pageSize how many articles a list page holds
 * @param feedSize how many articles a feed holds
 * @param emergency ids of the contacts shown at the top of each page
 * @param images how pictures are made smaller
 * @param search how the search index is written
 * @param budgets how heavy pages may be
 * @param publisher who answers for the site
 * @param packs how offline packs are called
 * @param app what makes the Android app that of the site
 */
public record SiteConfig(
    LocalizedText title,
    Optional<LocalizedText> description,
    Optional<String> baseUrl,
    List<Language> languages,
    Language sourceLanguage,
    Map<Language, List<Language>> fallback,
    List<String> sections,
    int pageSize,
    int feedSize,
    List<EmergencyContact> emergency,
    Images images,
    Search search,
    Budgets budgets,
    Optional<Publisher> publisher,
    Packs packs,
    AppConfig app) {

  /**
   * A contact whose number stands at the top of every page.
   *
   * @param id its id in the list of contacts
   * @param span where it is named
   */
  public record EmergencyContact(String id, SourceSpan span) {}

  /**
   * How offline packs are called, and how long they hold.
   *
   * @param name the beginning of their names
   * @param staleAfter after how many days readers are told that a pack is old
   * @param hasSingleFiles whether each pack of one language is made as one HTML file too
   */
  public record Packs(String name, int staleAfter, boolean hasSingleFiles) {}

  /**
   * How pictures are made smaller.
   *
   * @param width the greatest width in pixels
   * @param quality the JPEG quality from 1 to 100
   */
  public record Images(int width, int quality) {}

  /**
   * How the search index is written.
   *
   * @param whole whether it is written as one file for lunr.js too
   * @param hasPositions whether that file says where a word stands
   */
  public record Search(Whole whole, boolean hasPositions) {

    /** When the index is written as one file. */
    public enum Whole {
      ALWAYS,
      NEVER,
      /** Only if the site is small: a larger file would be of no use to anybody. */
      AUTO;

      private static final int MOST_DOCUMENTS = 2_000;

      /** Whether the index of so many documents is written as one file. */
      public boolean isWanted(int documents) {
        return this == ALWAYS || (this == AUTO && documents <= MOST_DOCUMENTS);
      }
    }
  }

  /**
   * How many gzip-compressed bytes a page may cost.
   *
   * @param firstView HTML without the article's own text, style and scripts together
   * @param css all style
   * @param script all scripts of our own
   */
  public record Budgets(int firstView, int css, int script) {}

  /**
   * Who answers for the site.
   *
   * @param name the name of a person or an organisation
   * @param url where to find more about them
   */
  public record Publisher(LocalizedText name, Optional<String> url) {}

  /**
   * The languages to try for a reader of a language, best first: itself, the same language in its
   * other script, the configured fallback, then all others in the order of the site.
   */
  public List<Language> chain(Language language) {
    var chain = new LinkedHashSet<Language>();
    chain.add(language.writtenIn());
    fallback.getOrDefault(language, List.of()).forEach(other -> chain.add(other.writtenIn()));
    chain.add(sourceLanguage);
    languages.forEach(other -> chain.add(other.writtenIn()));
    return new ArrayList<>(chain);
  }

  /** A short text in the language of readers, or the nearest they may know. */
  public String text(LocalizedText text, Language language) {
    LocalizedText.InLanguage found = text.in(chain(language)).orElseThrow();
    boolean isOtherAlphabet =
        language.equals(Language.UZ_CYRL) && found.language().equals(Language.UZ);
    return isOtherAlphabet ? UzbekScript.toCyrillic(found.text()) : found.text();
  }
}
