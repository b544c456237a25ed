package rahnamo.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.Diagnostic;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.diagnostic.Term;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.Contact;
import rahnamo.parse.ContactsReader;
import rahnamo.parse.HeaderReader;
import rahnamo.render.Workers;
import rahnamo.site.PublicationRules;
import rahnamo.site.Site;
import rahnamo.site.SiteAssembler;
import rahnamo.source.ContentFile;
import rahnamo.source.ContentScanner;
import rahnamo.source.ContentTree;
import rahnamo.source.MediaFile;
import rahnamo.source.MediaInspector;
import rahnamo.source.SourceReader;
import rahnamo.text.DidYouMean;

/** Reads a content folder up to the point where pages can be made. */
final class SiteLoader {

  private final PublicationRules rules;
  private final Workers workers;
  private final Diagnostics diagnostics;

  SiteLoader(PublicationRules rules, Workers workers, Diagnostics diagnostics) {
    this.rules = rules;
    this.workers = workers;
    this.diagnostics = diagnostics;
  }

  /**
   * A site and the files that are copied beside it.
   *
   * @param site the site
   * @param statics files to copy as they are
   */
  record Loaded(Site site, List<ContentFile> statics) {}

  /** The site of a content folder, or nothing if its configuration is missing or broken. */
  Optional<Loaded> load(Path content) throws IOException {
    ContentTree tree = ContentScanner.scan(content, diagnostics);
    Optional<SiteConfig> config = SiteSettings.of(tree, diagnostics);
    if (config.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<ArticleHeader>> headers = headers(tree.articles(), config.get());
    List<Contact> contacts = contacts(tree.data(), config.get());
    reportMissingEmergency(config.get(), contacts);
    List<MediaFile> media = MediaInspector.inspect(tree.media(), diagnostics);
    var assembler = new SiteAssembler(config.get(), rules, diagnostics);
    Site site =
        assembler.assemble(
            new SiteAssembler.Parts(
                headers.stream().flatMap(Optional::stream).toList(),
                contacts,
                media,
                unusable(tree, headers, media)));
    return Optional.of(new Loaded(site, tree.statics()));
  }

  private List<Optional<ArticleHeader>> headers(List<ContentFile> files, SiteConfig config)
      throws IOException {
    var reader = new HeaderReader(config, diagnostics);
    var headers = new ArrayList<Optional<ArticleHeader>>();
    var tasks = new ArrayList<Workers.Task>(files.size());
    for (int i = 0; i < files.size(); i++) {
      int index = i;
      headers.add(Optional.empty());
      tasks.add(() -> headers.set(index, reader.read(files.get(index))));
    }
    workers.run(tasks);
    return headers;
  }

  private List<Contact> contacts(List<ContentFile> data, SiteConfig config) {
    var contacts = new ArrayList<Contact>();
    for (ContentFile file : data) {
      if (file.path().equals("data/contacts.yml")) {
        SourceReader.read(file, diagnostics)
            .map(source -> new ContactsReader(config, diagnostics).read(source))
            .ifPresent(contacts::addAll);
      } else {
        diagnostics.report(
            DiagnosticCode.UNEXPECTED_FILE, SourceSpan.ofFile(file.display()), file.name());
      }
    }
    return contacts;
  }

  /** A number that is missing at the top of every page must not go unnoticed. */
  private void reportMissingEmergency(SiteConfig config, List<Contact> contacts) {
    List<String> ids = contacts.stream().map(Contact::id).toList();
    for (SiteConfig.EmergencyContact called : config.emergency()) {
      int at = ids.indexOf(called.id());
      if (at < 0) {
        diagnostics.report(
            Diagnostic.of(DiagnosticCode.UNKNOWN_CONTACT, called.span(), called.id())
                .suggesting(DidYouMean.closest(called.id(), ids)));
      } else if (contacts.get(at).phones().isEmpty()) {
        diagnostics.report(
            DiagnosticCode.INVALID_VALUE,
            called.span(),
            "emergency",
            called.id(),
            Term.of("type.callable"));
      }
    }
  }

  /** Paths that exist but were refused: links to them are no second mistake. */
  private static List<String> unusable(
      ContentTree tree, List<Optional<ArticleHeader>> headers, List<MediaFile> media) {
    var unusable = new ArrayList<String>();
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).isEmpty()) {
        unusable.add(tree.articles().get(i).path());
      }
    }
    List<String> usable = media.stream().map(file -> file.file().path()).toList();
    tree.media().stream()
        .map(ContentFile::path)
        .filter(path -> !usable.contains(path))
        .forEach(unusable::add);
    return unusable;
  }
}
