package rahnamo.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rahnamo.config.LocalizedText;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.parse.FrontMatter.Reference;
import rahnamo.text.Language;

/**
 * A person, office or organisation that helps, from `data/contacts.yml`. Immutable.
 *
 * @param id the name by which articles refer to it
 * @param kind one of {@link ContactsReader#KINDS}
 * @param name what it is called
 * @param about what it helps with
 * @param phones numbers as people write them
 * @param telegram the Telegram name without {@code @}
 * @param whatsapp the WhatsApp number
 * @param web its web page
 * @param email its mail address
 * @param address where it is
 * @param regions where it works; {@code all} for everywhere
 * @param languages the languages it answers in
 * @param hours when it answers
 * @param cost {@code free} or {@code paid}
 * @param source where the data come from
 * @param verified the day the data were compared with the source
 * @param lastCalled the day somebody called
 * @param callResult what happened then
 * @param expires the day from which it is no longer shown
 * @param span its place in the file
 */
public record Contact(
    String id,
    String kind,
    LocalizedText name,
    Optional<LocalizedText> about,
    List<String> phones,
    Optional<String> telegram,
    Optional<String> whatsapp,
    Optional<String> web,
    Optional<String> email,
    Optional<LocalizedText> address,
    List<String> regions,
    List<Language> languages,
    Optional<LocalizedText> hours,
    Optional<String> cost,
    Reference source,
    Optional<LocalDate> verified,
    Optional<LocalDate> lastCalled,
    Optional<String> callResult,
    Optional<LocalDate> expires,
    SourceSpan span) {}
