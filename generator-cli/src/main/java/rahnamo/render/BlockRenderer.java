package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Term;
import rahnamo.parse.Contact;
import rahnamo.parse.HtmlBody;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.source.MediaFile;
import rahnamo.text.DidYouMean;
import rahnamo.text.Language;

/** Writes typed blocks that need the site's data: contacts, phone numbers, sound. */
final class BlockRenderer {

  private static final Pattern PHONE =
      Pattern.compile("(\\+?[0-9*#][0-9()*# -]*[0-9#*]|[0-9])(?:\\s+(.*))?");
  private static final Pattern FILTER = Pattern.compile("(kind|region)=([a-z0-9-]+)");

  private final Site site;
  private final Frames frames;
  private final PageWriter writer;
  private final Diagnostics diagnostics;

  BlockRenderer(Site site, Frames frames, PageWriter writer, Diagnostics diagnostics) {
    this.site = site;
    this.frames = frames;
    this.writer = writer;
    this.diagnostics = diagnostics;
  }

  /** The HTML of a block in a page for readers of a language. */
  String render(HtmlBody.Block block, Language language, Permalink page, PageLinks links)
      throws IOException {
    return switch (block.name()) {
      case "contact" -> contacts(byId(block), language, page);
      case "contacts" -> contacts(matching(block), language, page);
      case "phone" -> phone(block, language);
      default -> audio(block, language, links, page);
    };
  }

  /** The contacts that a block names one by one and that there are. */
  List<ContactModel> named(HtmlBody.Block block, Language language) {
    return block.name().equals("contact")
        ? ids(block)
            .map(site.contacts()::get)
            .filter(Objects::nonNull)
            .map(contact -> model(contact, language))
            .toList()
        : List.of();
  }

  private static Stream<String> ids(HtmlBody.Block block) {
    return Stream.of(block.arguments().split("[\\s,]+", -1)).filter(id -> !id.isEmpty());
  }

  private List<Contact> byId(HtmlBody.Block block) {
    if (block.arguments().isBlank()) {
      invalid(block, "block.no-id", "::: contact emergency-112");
    }
    var found = new ArrayList<Contact>();
    for (String id : ids(block).toList()) {
      Contact contact = site.contacts().get(id);
      if (contact != null) {
        found.add(contact);
      } else {
        diagnostics.report(
            Diagnostic.of(DiagnosticCode.UNKNOWN_CONTACT, block.span(), id)
                .suggesting(DidYouMean.closest(id, site.contacts().keySet())));
      }
    }
    return found;
  }

  private List<Contact> matching(HtmlBody.Block block) {
    Optional<String> kind = Optional.empty();
    Optional<String> region = Optional.empty();
    for (String word : block.arguments().split("\\s+", -1)) {
      Matcher filter = FILTER.matcher(word);
      if (!filter.matches()) {
        invalid(block, "block.filter", "::: contacts kind=hotline");
      } else if (filter.group(1).equals("kind")) {
        kind = Optional.of(filter.group(2));
      } else {
        region = Optional.of(filter.group(2));
      }
    }
    var found = new ArrayList<Contact>();
    for (Contact contact : site.contacts().values()) {
      List<String> regions = contact.regions();
      boolean isKind = kind.map(contact.kind()::equals).orElse(true);
      boolean isRegion =
          region.map(r -> regions.contains(r) || regions.contains("all")).orElse(true);
      if (isKind && isRegion) {
        found.add(contact);
      }
    }
    return found;
  }

  private String contacts(List<Contact> contacts, Language language, Permalink page)
      throws IOException {
    var html = new StringBuilder();
    for (Contact contact : contacts) {
      Map<String, Object> block = new HashMap<>(frames.words(language));
      block.put("contact", model(contact, language));
      block.put("contacts", new Permalink(language.folder() + "/contacts.html").relativeTo(page));
      html.append(writer.text("blocks/contact.ftlh", Map.of("block", block)));
    }
    return html.toString();
  }

  ContactModel model(Contact contact, Language language) {
    return ContactModel.of(
        contact, language, site.config().chain(language), site.date(), frames.strings(language));
  }

  private String phone(HtmlBody.Block block, Language language) throws IOException {
    Matcher matcher = PHONE.matcher(block.arguments());
    if (!matcher.matches()) {
      invalid(block, "block.no-number", "::: phone 112 …");
      return "";
    }
    ContactModel.Phone phone = ContactModel.Phone.of(matcher.group(1).strip());
    Map<String, Object> values = new HashMap<>(frames.words(language));
    values.put("number", phone.number());
    values.put("tel", phone.tel());
    values.put("label", Optional.ofNullable(matcher.group(2)));
    return writer.text("blocks/phone.ftlh", Map.of("block", values));
  }

  private String audio(HtmlBody.Block block, Language language, PageLinks links, Permalink page)
      throws IOException {
    String[] words = block.arguments().split("\\s+", 2);
    if (words[0].isEmpty()) {
      invalid(block, "block.no-file", "::: audio ../../media/….mp3 …");
      return "";
    }
    Optional<MediaFile> media = links.sound(words[0], block.span());
    if (media.isEmpty()) {
      return "";
    }
    Map<String, Object> values = new HashMap<>(frames.words(language));
    values.put("href", new Permalink(media.get().file().path()).relativeTo(page));
    values.put("type", media.get().type().mimeType());
    values.put("label", words.length > 1 ? Optional.of(words[1]) : Optional.empty());
    return writer.text("blocks/audio.ftlh", Map.of("block", values));
  }

  private void invalid(HtmlBody.Block block, String reason, String example) {
    diagnostics.report(
        DiagnosticCode.INVALID_BLOCK, block.span(), block.name(), Term.of(reason), example);
  }
}
