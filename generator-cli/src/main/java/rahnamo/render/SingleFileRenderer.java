package rahnamo.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.site.Edition;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.site.Site;
import rahnamo.text.Language;

/**
 * Puts the pages of a site in one language into one HTML file that needs nothing beside it: style,
 * scripts, pictures and the search index stand in it. Without scripts its parts stand one below the
 * other; with them one part is shown at a time. Safe for use by many threads.
 */
public final class SingleFileRenderer {

  private static final String VIEWS = "<!--views-->";
  private static final String PARTS = "<!--parts-->";
  private static final String SEARCH = "search.html";

  /** A part of a search index as a program writes it for pages opened from a disk. */
  private static final Pattern PART =
      Pattern.compile("rahnamo\\.([a-z]+)\\((\\{.*})\\);\n", Pattern.DOTALL);

  private final Site site;
  private final Theme theme;
  private final Diagnostics diagnostics;

  /**
   * @param templates a folder whose files come before those of the default theme
   */
  public SingleFileRenderer(Site site, Optional<Path> templates, Diagnostics diagnostics) {
    this.site = site;
    this.theme = new Theme(templates);
    this.diagnostics = diagnostics;
  }

  /** The file for one language, or nothing if it would have more bytes than it may. */
  public Optional<SingleFile> render(Language language, PackedSite files, long limit)
      throws IOException {
    String folder = language.folder() + "/";
    boolean hasSearch = files.paths().contains(folder + SEARCH);
    Assets assets = Assets.load(theme, hasSearch, diagnostics);
    var media = new InlineMedia(files);
    Set<String> pages = pages(language, files);
    Set<String> views = new LinkedHashSet<>(pages);
    if (hasSearch) {
      views.add(SEARCH);
    }
    var frames =
        new Frames(site, assets, Strings.load(theme, List.of(language), diagnostics), true);
    var view = new SingleFileView(language, views, media, frames.strings(language));
    var body = new StringBuilder();
    for (String page : pages) {
      body.append(view.of(page, files.read(folder + page)));
      if (body.length() > limit) {
        return Optional.empty();
      }
    }
    String frame = frame(language, assets, frames);
    Document document = SingleFileView.parse(frame);
    view.turnLinks(document);
    String html =
        document.outerHtml().replace(VIEWS, body).replace(PARTS, parts(language, files, hasSearch));
    byte[] bytes = html.getBytes(UTF_8);
    return bytes.length > limit
        ? Optional.empty()
        : Optional.of(new SingleFile(bytes, media.leftOut()));
  }

  /** The pages that are parts, in the order of reading, by their paths below the folder. */
  private Set<String> pages(Language language, PackedSite files) {
    Set<Permalink> redirects =
        site.redirects().stream().map(Site.Redirect::from).collect(Collectors.toSet());
    var ordered = new ArrayList<Permalink>();
    Edition edition = site.edition(language);
    ordered.add(new Permalink(language.folder() + "/index.html"));
    for (Edition.Section section : edition.sections()) {
      ordered.add(section.permalink(language));
      section.entries().stream().map(Entry::permalink).forEach(ordered::add);
    }
    files.paths().stream().map(Permalink::new).forEach(ordered::add);
    String folder = language.folder() + "/";
    return ordered.stream()
        .filter(page -> !redirects.contains(page) && files.paths().contains(page.path()))
        .map(Permalink::path)
        .filter(path -> path.startsWith(folder) && path.endsWith(".html"))
        .map(path -> path.substring(folder.length()))
        .filter(path -> !path.equals(SEARCH))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String frame(Language language, Assets assets, Frames frames) throws IOException {
    var writer = new PageWriter(theme, (permalink, bytes, length) -> {}, diagnostics);
    var blocks = new BlockRenderer(site, frames, writer, diagnostics);
    String style =
        inElement(Assets.style(theme, theme.text("assets/single-file.css"), diagnostics));
    String opening = inElement(theme.text("assets/single-file.js"));
    var script = new StringBuilder(assets.text(assets.script()));
    assets.search().forEach(search -> script.append(assets.text(search)));
    String closing = inElement(script.toString());
    var model =
        new SingleFileModel(
            policy(style, opening, closing),
            InlineMedia.dataAddress("image/svg+xml", theme.bytes("assets/favicon.svg")),
            new TrustedHtml(style),
            new TrustedHtml(opening),
            new TrustedHtml(closing),
            new TrustedHtml(VIEWS),
            new TrustedHtml(PARTS),
            language.folder(),
            "search/" + language.folder() + "/",
            Optional.empty(),
            SearchPage.lines(blocks, site, language),
            SingleFileView.BASE,
            SingleFileView.BASE + SEARCH);
    var home = new Permalink(language.folder() + "/index.html");
    var subject =
        new PageHeads.Subject(
            "single-file",
            home,
            language,
            language,
            frames.title(language),
            Optional.empty(),
            false);
    PageHead head = new PageHeads(site, frames).alone(subject);
    var page = new PageModel(model, head, frames.frame(home, language, ""));
    return writer.text("layouts/single-file.ftlh", Map.of("page", page));
  }

  /** Only the page's own style and scripts, known by their digests, and pictures that it holds. */
  private static String policy(String style, String... scripts) {
    String allowed =
        java.util.Arrays.stream(scripts)
            .map(SingleFileRenderer::source)
            .collect(Collectors.joining(" "));
    return "default-src 'none'; img-src data:; style-src "
        + source(style)
        + "; script-src "
        + allowed
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String source(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A style sheet or script that cannot end its element, with the line ends that browsers see. */
  private static String inElement(String text) {
    return text.replace("\r\n", "\n").replace("</", "<\\/").replace("<!--", "<\\!--");
  }

  /** The search index, each part as data under the name by which the engine asks for it. */
  private static String parts(Language language, PackedSite files, boolean hasSearch)
      throws IOException {
    String folder = "search/" + language.folder() + "/";
    var parts = new StringBuilder();
    if (!hasSearch) {
      return "";
    }
    for (String path : files.paths()) {
      if (path.startsWith(folder) && path.endsWith(".js")) {
        Matcher part = PART.matcher(new String(files.read(path), UTF_8));
        if (part.matches()) {
          parts
              .append("<script type=\"application/json\" id=\"")
              .append(path)
              .append("\" data-kind=\"")
              .append(part.group(1))
              .append("\">")
              .append(part.group(2).replace("<", "\\u003c"))
              .append("</script>\n");
        }
      }
    }
    return parts.toString();
  }
}
