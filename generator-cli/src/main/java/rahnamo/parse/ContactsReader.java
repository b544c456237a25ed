package rahnamo.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rahnamo.config.LocalizedText;
import rahnamo.config.SiteConfig;
import rahnamo.config.SiteConfigReader;
import rahnamo.config.YamlParser;
import rahnamo.config.YamlReader;
import rahnamo.config.YamlValue;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;
import rahnamo.text.Language;

/** Reads `data/contacts.yml`: a list of people, offices and organisations that help. */
public final class ContactsReader {

  /** The kinds of contacts, in the order of the contacts page. */
  public static final List<String> KINDS =
      List.of(
          "emergency", "hotline", "government", "consulate", "organisation", "lawyer", "health");

  private static final List<String> RESULTS = List.of("answered", "no-answer", "wrong-number");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9*#][0-9 ()*#\\-]*");

  private final SiteConfig config;
  private final Diagnostics diagnostics;
  private final Map<String, Contact> contacts = new LinkedHashMap<>();

  public ContactsReader(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.diagnostics = diagnostics;
  }

  /** The contacts of a file in its order; those with mistakes are reported and left out. */
  public List<Contact> read(SourceText source) {
    Optional<YamlValue> root = YamlParser.parse(source, diagnostics);
    if (root.isPresent() && !isEmpty(root.get())) {
      for (YamlValue item : YamlReader.items(root.get(), "contacts", diagnostics)) {
        YamlReader.of(item, "contact", diagnostics).flatMap(this::contact).ifPresent(this::add);
      }
    }
    return new ArrayList<>(contacts.values());
  }

  /** A file with nothing but comments has no contacts, which is no mistake. */
  private static boolean isEmpty(YamlValue root) {
    return root instanceof YamlValue.Mapping mapping && mapping.entries().isEmpty();
  }

  private void add(Contact contact) {
    if (contacts.putIfAbsent(contact.id(), contact) != null) {
      diagnostics.report(DiagnosticCode.DUPLICATE_CONTACT, contact.span(), contact.id());
    }
  }

  private Optional<Contact> contact(YamlReader yaml) {
    Optional<String> id = id(yaml);
    Optional<LocalizedText> name = text(yaml, "name");
    if (name.isEmpty() && yaml.value("name").isEmpty()) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, yaml.span(), "name");
    }
    Optional<FrontMatter.Reference> source =
        yaml.mapping("source").flatMap(mapping -> References.read(mapping, diagnostics));
    if (yaml.value("source").isEmpty()) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, yaml.span(), "source");
    }
    Optional<YamlReader> messengers = yaml.mapping("messengers");
    Optional<String> telegram = messengers.flatMap(m -> m.text("telegram"));
    Optional<String> whatsapp = messengers.flatMap(m -> m.text("whatsapp"));
    messengers.ifPresent(YamlReader::finish);
    Optional<String> kind = yaml.oneOf("kind", KINDS);
    Optional<LocalizedText> about = text(yaml, "about");
    List<String> phones = phones(yaml);
    Optional<String> web =
        yaml.value("web").isEmpty()
            ? Optional.empty()
            : References.webAddress(yaml, "web", diagnostics);
    Optional<String> email = yaml.text("email");
    Optional<LocalizedText> address = text(yaml, "address");
    List<String> regions = yaml.texts("regions");
    List<Language> languages = languages(yaml);
    Optional<LocalizedText> hours = text(yaml, "hours");
    Optional<String> cost = yaml.oneOf("cost", List.of("free", "paid"));
    var verified = yaml.date("verified");
    var lastCalled = yaml.date("last-called");
    Optional<String> callResult = yaml.oneOf("call-result", RESULTS);
    var expires = yaml.date("expires");
    yaml.finish();
    if (id.isEmpty() || name.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contact(
            id.get(),
            kind.orElse("organisation"),
            name.get(),
            about,
            phones,
            telegram,
            whatsapp,
            web,
            email,
            address,
            regions,
            languages,
            hours,
            cost,
            source.get(),
            verified,
            lastCalled,
            callResult,
            expires,
            yaml.spanOf("id")));
  }

  private Optional<String> id(YamlReader yaml) {
    Optional<String> id = yaml.requiredText("id");
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE, yaml.spanOf("id"), "id", id.get(), Term.of("type.slug"));
      return Optional.empty();
    }
    return id;
  }

  private Optional<LocalizedText> text(YamlReader yaml, String key) {
    return new SiteConfigReader(diagnostics).localized(yaml, key, config.languages());
  }

  private List<String> phones(YamlReader yaml) {
    var phones = new ArrayList<String>();
    for (YamlValue item : yaml.items("phones")) {
      if (item instanceof YamlValue.Scalar scalar && PHONE.matcher(scalar.text()).matches()) {
        phones.add(scalar.text());
      } else {
        String found = item instanceof YamlValue.Scalar scalar ? scalar.text() : "…";
        diagnostics.report(
            DiagnosticCode.INVALID_VALUE, item.span(), "phones", found, Term.of("type.phone"));
      }
    }
    return phones;
  }

  private List<Language> languages(YamlReader yaml) {
    var languages = new ArrayList<Language>();
    for (String tag : yaml.texts("languages")) {
      Optional<Language> language = Language.of(tag);
      if (language.isPresent()) {
        languages.add(language.get());
      } else {
        String known = String.join(", ", Language.all().stream().map(Language::tag).toList());
        diagnostics.report(DiagnosticCode.UNKNOWN_LANGUAGE, yaml.spanOf("languages"), tag, known);
      }
    }
    return languages;
  }
}
