package rahnamo.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rahnamo.config.LocalizedText;
import rahnamo.parse.Contact;
import rahnamo.text.Language;
import rahnamo.text.UzbekScript;

/**
 * A contact as readers of one language see it.
 *
 * @param lang the language of its name, which may not be the readers'
 */
record ContactModel(
    String id,
    String kind,
    String name,
    Optional<String> about,
    List<Phone> phones,
    List<Messenger> messengers,
    Optional<String> web,
    Optional<String> email,
    Optional<String> address,
    List<String> regions,
    boolean anyRegion,
    List<String> languages,
    Optional<String> hours,
    boolean free,
    boolean paid,
    ArticleModel.Source source,
    Optional<DateText> verified,
    Optional<DateText> lastCalled,
    Optional<String> callResult,
    boolean expired,
    String lang) {

  /** A number for people and for the phone. */
  record Phone(String number, String tel) {

    static Phone of(String number) {
      return new Phone(number, "tel:" + number.replaceAll("[^0-9+*#]", ""));
    }
  }

  /** A way to write. */
  record Messenger(String name, String href, String label) {}

  static ContactModel of(
      Contact contact, Language language, List<Language> chain, LocalDate today, Strings strings) {
    LocalizedText.InLanguage name = contact.name().in(chain).orElseThrow();
    return new ContactModel(
        contact.id(),
        contact.kind(),
        inAlphabet(name, language),
        text(contact.about(), chain, language),
        contact.phones().stream().map(Phone::of).toList(),
        messengers(contact),
        contact.web(),
        contact.email(),
        text(contact.address(), chain, language),
        contact.regions().stream().map(region -> regionName(region, strings)).toList(),
        contact.regions().contains("all"),
        contact.languages().stream().map(Language::autonym).toList(),
        text(contact.hours(), chain, language),
        contact.cost().equals(Optional.of("free")),
        contact.cost().equals(Optional.of("paid")),
        new ArticleModel.Source(
            contact.source().title(),
            contact.source().url(),
            contact.source().date().map(date -> DateText.of(date, language))),
        contact.verified().map(date -> DateText.of(date, language)),
        contact.lastCalled().map(date -> DateText.of(date, language)),
        contact.callResult(),
        contact.expires().map(day -> !day.isAfter(today)).orElse(false),
        name.language().equals(language.writtenIn()) ? language.tag() : name.language().tag());
  }

  /** What a region is called, or its name as written if the theme has no word for it. */
  static String regionName(String region, Strings strings) {
    return strings.all().getOrDefault("region-" + region, region);
  }

  private static Optional<String> text(
      Optional<LocalizedText> text, List<Language> chain, Language language) {
    return text.flatMap(t -> t.in(chain)).map(t -> inAlphabet(t, language));
  }

  private static String inAlphabet(LocalizedText.InLanguage text, Language language) {
    return language.equals(Language.UZ_CYRL) && text.language().equals(Language.UZ)
        ? UzbekScript.toCyrillic(text.text())
        : text.text();
  }

  private static List<Messenger> messengers(Contact contact) {
    var messengers = new ArrayList<Messenger>();
    contact
        .telegram()
        .ifPresent(
            name ->
                messengers.add(
                    new Messenger("Telegram", "https://t.me/" + name, "Telegram @" + name)));
    contact
        .whatsapp()
        .ifPresent(
            number ->
                messengers.add(
                    new Messenger(
                        "WhatsApp",
                        "https://wa.me/" + number.replaceAll("[^0-9]", ""),
                        "WhatsApp " + number)));
    return messengers;
  }
}
