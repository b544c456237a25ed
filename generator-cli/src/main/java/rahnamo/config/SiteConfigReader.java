package rahnamo.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.SourceText;
import rahnamo.diagnostic.Term;
import rahnamo.text.DidYouMean;
import rahnamo.text.Language;
import rahnamo.text.Transliteration;

/** Reads `site.yml` and other short texts in several languages. */
public final class SiteConfigReader {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_PACK_NAME = 24;

  /** How long a pack holds unless `site.yml` says otherwise. */
  private static final int DAYS = 180;

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6}) ?(B|kB)");
  private static final Pattern BASE_URL = Pattern.compile("https?://[^\\s/?#]+(/[^\\s?#]*)?");
  private static final List<String> RESERVED =
      List.of("alerts", "tags", "media", "assets", "search");

  private final Diagnostics diagnostics;

  public SiteConfigReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The configuration, or nothing if it has mistakes that leave no site to speak of. */
  public Optional<SiteConfig> read(SourceText source) {
    return YamlParser.parse(source, diagnostics)
        .flatMap(value -> YamlReader.of(value, "site.yml", diagnostics))
        .flatMap(this::read);
  }

  private Optional<SiteConfig> read(YamlReader yaml) {
    List<Language> languages = languages(yaml, "languages");
    Optional<LocalizedText> title = localized(yaml, "title", languages);
    reportMissing(yaml, "languages");
    reportMissing(yaml, "title");
    Optional<LocalizedText> description = localized(yaml, "description", languages);
    Language source = sourceLanguage(yaml, languages);
    var config =
        new SiteConfig(
            title.orElse(new LocalizedText(Map.of(source, ""))),
            description,
            baseUrl(yaml),
            languages,
            source,
            fallback(yaml, languages),
            sections(yaml),
            yaml.integer("page-size", 1, 1000).orElse(50),
            yaml.integer("feed-size", 1, 1000).orElse(20),
            emergency(yaml),
            images(yaml),
            search(yaml),
            budgets(yaml),
            publisher(yaml, languages),
            packs(yaml, title),
            new AppConfigReader(diagnostics).read(yaml, languages, this));
    yaml.finish();
    return title.isPresent() && !languages.isEmpty() ? Optional.of(config) : Optional.empty();
  }

  private static List<SiteConfig.EmergencyContact> emergency(YamlReader yaml) {
    return yaml.scalars("emergency").stream()
        .map(id -> new SiteConfig.EmergencyContact(id.text().strip(), id.span()))
        .toList();
  }

  /** What is there but wrong has been reported already. */
  private void reportMissing(YamlReader yaml, String key) {
    Optional<YamlValue> value = yaml.value(key);
    boolean isEmptyList =
        value.filter(v -> v instanceof YamlValue.Sequence s && s.items().isEmpty()).isPresent();
    boolean isEmptyMapping =
        value.filter(v -> v instanceof YamlValue.Mapping m && m.entries().isEmpty()).isPresent();
    if (value.isEmpty() || isEmptyList || isEmptyMapping) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, yaml.spanOf(key), key);
    }
  }

  /** A mapping from language tags to texts; nothing if the key is missing. */
  public Optional<LocalizedText> localized(YamlReader yaml, String key, List<Language> languages) {
    Optional<YamlReader> mapping = yaml.mapping(key);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    Map<Language, String> texts = new LinkedHashMap<>();
    for (YamlValue.Entry entry : mapping.get().entries()) {
      Optional<Language> language = Language.of(entry.key());
      if (language.isEmpty() || !isWritten(language.get(), languages)) {
        reportUnknown(entry.key(), entry.keySpan(), languages);
        continue;
      }
      mapping.get().text(entry.key()).ifPresent(text -> texts.put(language.get(), text));
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(texts));
  }

  private static boolean isWritten(Language language, List<Language> languages) {
    return language.writtenIn().equals(language)
        && languages.stream().anyMatch(other -> other.writtenIn().equals(language));
  }

  private List<Language> languages(YamlReader yaml, String key) {
    var languages = new ArrayList<Language>();
    for (YamlValue.Scalar tag : yaml.scalars(key)) {
      Optional<Language> language = Language.of(tag.text());
      if (language.isEmpty()) {
        reportUnknown(tag.text(), tag.span(), Language.all());
      } else if (!languages.contains(language.get())) {
        languages.add(language.get());
      }
    }
    return List.copyOf(languages);
  }

  private void reportUnknown(String tag, SourceSpan span, List<Language> known) {
    List<String> tags = known.stream().map(Language::tag).toList();
    diagnostics.report(
        Diagnostic.of(DiagnosticCode.UNKNOWN_LANGUAGE, span, tag, String.join(", ", tags))
            .suggesting(DidYouMean.closest(tag, tags)));
  }

  private Language sourceLanguage(YamlReader yaml, List<Language> languages) {
    Language first = languages.isEmpty() ? Language.RU : languages.get(0).writtenIn();
    Optional<String> tag = yaml.text("source-language");
    if (tag.isEmpty()) {
      return first;
    }
    Optional<Language> language = Language.of(tag.get()).filter(l -> isWritten(l, languages));
    if (language.isEmpty()) {
      reportUnknown(tag.get(), yaml.spanOf("source-language"), languages);
    }
    return language.orElse(first);
  }

  private Map<Language, List<Language>> fallback(YamlReader yaml, List<Language> languages) {
    Map<Language, List<Language>> fallback = new HashMap<>();
    Optional<YamlReader> mapping = yaml.mapping("fallback");
    if (mapping.isEmpty()) {
      return fallback;
    }
    for (YamlValue.Entry entry : mapping.get().entries()) {
      Optional<Language> language = Language.of(entry.key()).filter(languages::contains);
      if (language.isEmpty()) {
        reportUnknown(entry.key(), entry.keySpan(), languages);
        continue;
      }
      fallback.put(language.get(), languages(mapping.get(), entry.key()));
    }
    return fallback;
  }

  private List<String> sections(YamlReader yaml) {
    var sections = new LinkedHashSet<String>();
    for (YamlValue.Scalar item : yaml.scalars("sections")) {
      String section = item.text().strip();
      if (!SLUG.matcher(section).matches()) {
        diagnostics.report(
            DiagnosticCode.INVALID_VALUE, item.span(), "sections", section, Term.of("type.slug"));
      } else if (RESERVED.contains(section)) {
        diagnostics.report(DiagnosticCode.RESERVED_NAME, item.span(), section);
      }
      sections.add(section);
    }
    return List.copyOf(sections);
  }

  private Optional<String> baseUrl(YamlReader yaml) {
    Optional<String> url = yaml.text("base-url");
    if (url.isEmpty()) {
      diagnostics.report(DiagnosticCode.BASE_URL_MISSING, yaml.span());
      return url;
    }
    if (!BASE_URL.matcher(url.get()).matches()) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE,
          yaml.spanOf("base-url"),
          "base-url",
          url.get(),
          Term.of("type.url"));
      return Optional.empty();
    }
    return Optional.of(url.get().endsWith("/") ? url.get() : url.get() + "/");
  }

  private static SiteConfig.Images images(YamlReader yaml) {
    Optional<YamlReader> images = yaml.mapping("images");
    int width = images.map(i -> i.integer("width", 100, 4000).orElse(960)).orElse(960);
    int quality = images.map(i -> i.integer("quality", 1, 100).orElse(80)).orElse(80);
    images.ifPresent(YamlReader::finish);
    return new SiteConfig.Images(width, quality);
  }

  private static SiteConfig.Search search(YamlReader yaml) {
    Optional<YamlReader> search = yaml.mapping("search");
    Optional<String> whole =
        search.flatMap(s -> s.oneOf("whole-index", List.of("auto", "always", "never")));
    boolean hasPositions = search.map(s -> s.isTrue("positions")).orElse(false);
    search.ifPresent(YamlReader::finish);
    return new SiteConfig.Search(
        SiteConfig.Search.Whole.valueOf(whole.orElse("auto").toUpperCase(Locale.ROOT)),
        hasPositions);
  }

  private SiteConfig.Packs packs(YamlReader yaml, Optional<LocalizedText> title) {
    Optional<YamlReader> packs = yaml.mapping("packs");
    Optional<String> name = packs.flatMap(p -> p.text("name"));
    if (name.filter(n -> n.length() > MAX_PACK_NAME || !SLUG.matcher(n).matches()).isPresent()) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE,
          packs.get().spanOf("name"),
          "name",
          name.get(),
          Term.of("type.slug"));
    }
    int staleAfter = packs.map(p -> p.integer("stale-after", 1, 3650).orElse(DAYS)).orElse(DAYS);
    boolean hasSingleFiles = packs.flatMap(p -> p.truth("single-files")).orElse(true);
    packs.ifPresent(YamlReader::finish);
    String derived =
        title
            .flatMap(t -> t.texts().values().stream().sorted().findFirst())
            .map(Transliteration::slug)
            .orElse("site");
    String shortened = derived.substring(0, Math.min(derived.length(), MAX_PACK_NAME));
    return new SiteConfig.Packs(
        name.orElse(shortened.replaceFirst("-$", "")), staleAfter, hasSingleFiles);
  }

  private SiteConfig.Budgets budgets(YamlReader yaml) {
    Optional<YamlReader> budgets = yaml.mapping("budgets");
    var result =
        new SiteConfig.Budgets(
            budgets.map(b -> size(b, "first-view", 14)).orElse(14 * 1024),
            budgets.map(b -> size(b, "css", 10)).orElse(10 * 1024),
            budgets.map(b -> size(b, "script", 15)).orElse(15 * 1024));
    budgets.ifPresent(YamlReader::finish);
    return result;
  }

  private int size(YamlReader yaml, String key, int defaultKilobytes) {
    Optional<String> text = yaml.text(key);
    if (text.isEmpty()) {
      return defaultKilobytes * 1024;
    }
    Matcher matcher = SIZE.matcher(text.get());
    if (!matcher.matches()) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE, yaml.spanOf(key), key, text.get(), Term.of("type.size"));
      return defaultKilobytes * 1024;
    }
    return Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("kB") ? 1024 : 1);
  }

  private Optional<SiteConfig.Publisher> publisher(YamlReader yaml, List<Language> languages) {
    Optional<YamlReader> publisher = yaml.mapping("publisher");
    if (publisher.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalizedText> name = localized(publisher.get(), "name", languages);
    Optional<String> url = publisher.get().text("url");
    publisher.get().finish();
    return name.map(text -> new SiteConfig.Publisher(text, url));
  }
}
