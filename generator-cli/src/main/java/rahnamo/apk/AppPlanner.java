package rahnamo.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rahnamo.config.LocalizedText;
import rahnamo.config.SiteConfig;
import rahnamo.pack.KeyException;
import rahnamo.pack.KeyFolder;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackMessages;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.Severity;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationReport;
import rahnamo.text.Language;

/** Decides what goes into an app, and finds everything that is in the way at once. */
public final class AppPlanner {

  /** What an app is called that only its maker tries. */
  private static final String TRIAL_ID = "rahnamo.trial";

  private final AppMaker maker;
  private final PackMessages packMessages;
  private final List<Remark> obstacles = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();

  public AppPlanner(AppMaker maker, PackMessages packMessages) {
    this.maker = maker;
    this.packMessages = packMessages;
  }

  /**
   * An app as its maker wants it.
   *
   * @param config the site's
   * @param content the folder that the icon lies in
   * @param roots the folder with the documents of the publisher to trust
   * @param pack the pack that comes with it
   * @param day the day of its version
   * @param build its number among those of the day
   * @param isTrial whether it is never handed out, so that nobody need answer for it
   */
  public record Wish(
      SiteConfig config,
      Path content,
      Path roots,
      Optional<Path> pack,
      LocalDate day,
      int build,
      boolean isTrial) {}

  /** Decides about one app; a planner is used once. */
  public AppPlan plan(Wish wish) throws IOException {
    Optional<Path> icon = icon(wish);
    List<RootDocument> roots = roots(wish);
    if (wish.pack().isPresent()) {
      checkPack(wish.pack().get(), roots, wish);
    } else {
      warnings.add(Remark.of("apk.no-pack"));
    }
    Optional<String> id = id(wish);
    if (!AppVersion.isPossible(wish.day(), wish.build())) {
      obstacles.add(Remark.of("apk.wrong-version", wish.day().toString(), "" + wish.build()));
    }
    Optional<AppRequest> request =
        obstacles.isEmpty()
            ? Optional.of(
                new AppRequest(
                    id.orElseThrow(),
                    names(wish.config()),
                    new AppVersion(wish.day(), wish.build()),
                    icon,
                    wish.config().app().colour(),
                    roots,
                    wish.pack()))
            : Optional.empty();
    return new AppPlan(request, obstacles, warnings);
  }

  private Optional<String> id(Wish wish) {
    Optional<String> id = wish.config().app().id();
    if (id.isEmpty() && !wish.isTrial()) {
      obstacles.add(Remark.of("apk.no-id"));
    }
    return id.or(() -> Optional.of(TRIAL_ID));
  }

  private static Map<String, String> names(SiteConfig config) {
    LocalizedText name = config.app().name().orElse(config.title());
    var names = new TreeMap<String, String>();
    names.put("", config.text(name, config.sourceLanguage()));
    for (Language language : config.languages()) {
      // Phones know one Uzbek.
      if (language.writtenIn().equals(language)) {
        names.put("-" + language.tag(), config.text(name, language));
      }
    }
    return names;
  }

  private Optional<Path> icon(Wish wish) throws IOException {
    Optional<Path> icon = wish.config().app().icon().map(name -> wish.content().resolve(name));
    if (icon.isPresent() && !Files.isRegularFile(icon.get())) {
      obstacles.add(Remark.of("apk.no-icon", shown(icon.get())));
    } else if (icon.isPresent()) {
      for (String fault : maker.faultsOfIcon(icon.get())) {
        obstacles.add(Remark.of("apk.wrong-icon", shown(icon.get()), fault));
      }
    }
    return icon;
  }

  /** Without a publisher to trust, only a trial makes sense. */
  private List<RootDocument> roots(Wish wish) throws IOException {
    var folder = new KeyFolder(wish.roots());
    if (wish.isTrial() && !folder.exists()) {
      return List.of();
    }
    try {
      return folder.history().documents();
    } catch (KeyException e) {
      obstacles.add(new Remark(e.key(), e.arguments()));
      return List.of();
    }
  }

  private void checkPack(Path pack, List<RootDocument> roots, Wish wish) throws IOException {
    if (!Files.isRegularFile(pack)) {
      obstacles.add(Remark.of("apk.pack-missing", shown(pack)));
      return;
    }
    var verifier = new PackVerifier(TrustAnchor.of(roots), PackDate.parse(wish.day().toString()));
    VerificationReport report = verifier.verify(pack.toFile(), Progress.IGNORED);
    for (Finding finding : report.findings()) {
      boolean isError = finding.code().severity() == Severity.ERROR;
      Remark remark =
          Remark.of(
              isError ? "apk.pack-refused" : "apk.pack-warning",
              shown(pack),
              packMessages.sentence(finding));
      (isError ? obstacles : warnings).add(remark);
    }
    if (report.state() != TrustState.INVALID) {
      checkUse(pack, report, wish.isTrial());
    }
  }

  /** A pack may be whole and yet be none to begin with. */
  private void checkUse(Path pack, VerificationReport report, boolean isTrial) {
    if (report.manifest().isDelta()) {
      obstacles.add(Remark.of("apk.pack-delta", shown(pack)));
    }
    if (report.state() != TrustState.TRUSTED && !isTrial) {
      obstacles.add(Remark.of("apk.pack-untrusted", shown(pack)));
    }
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
