package rahnamo.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.PackCheck;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.PackManifest;
import rahnamo.pack.format.PackMessages;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationReport;

/**
 * The verdict on a pack in words and for programs. What stood in the pack cannot command the
 * terminal.
 */
final class PackVerdict {

  private final VerificationReport report;
  private final Optional<PackCheck.Applied> applied;
  private final MessageCatalog messages;
  private final PackMessages sentences;
  private final LocalDate today;

  /**
   * @param applied of a delta pack, what it leads to, if somebody wants to know
   * @param today the day from which the age of the pack is counted
   */
  PackVerdict(
      VerificationReport report,
      Optional<PackCheck.Applied> applied,
      MessageCatalog messages,
      LocalDate today) {
    this.report = report;
    this.applied = applied;
    this.messages = messages;
    this.sentences = PackMessages.in(messages.language());
    this.today = today;
  }

  /** How far the pack may be trusted; a delta pack no further than its base and its result. */
  TrustState state() {
    var states = new ArrayList<TrustState>(List.of(report.state()));
    if (applied.isPresent()) {
      VerificationReport base = applied.get().base();
      states.add(applied.get().result().orElse(base).state());
    }
    return Collections.max(states); // they are declared from the best to the worst
  }

  /** Everything, for people. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(sentences.sentence(report.state()));
    lines.addAll(findings(report));
    if (report.hasManifest()) {
      describe(report.manifest(), lines);
    }
    if (applied.isPresent()) {
      VerificationReport base = applied.get().base();
      lines.add(text("verify.base", sentences.sentence(base.state())));
      lines.addAll(findings(base));
      Optional<VerificationReport> result = applied.get().result();
      if (result.isPresent()) {
        lines.add(text("verify.result", sentences.sentence(result.get().state())));
        lines.addAll(findings(result.get()));
      }
    }
    return lines;
  }

  /** Only what is wrong or to be known. */
  List<String> findings() {
    var lines = new ArrayList<String>(findings(report));
    if (applied.isPresent()) {
      lines.addAll(findings(applied.get().base()));
      applied.get().result().ifPresent(result -> lines.addAll(findings(result)));
    }
    return lines;
  }

  private List<String> findings(VerificationReport some) {
    return some.findings().stream()
        .map(
            finding ->
                text("severity." + severity(finding))
                    + ": "
                    + sentences.sentence(finding)
                    + " ["
                    + finding.code().id()
                    + "]")
        .toList();
  }

  private void describe(PackManifest manifest, List<String> lines) {
    if (report.isSigned()) {
      lines.add(text("keys.publisher", report.publisher().hex()));
      lines.add(text("keys.pack-key", report.signer().fingerprint().hex()));
    }
    lines.add(
        text("verify.series", manifest.id(), "" + manifest.epoch(), "" + manifest.sequence()));
    if (manifest.isDelta()) {
      String sequence = "" + manifest.base().sequence();
      lines.add(text("verify.from", sequence, manifest.base().identity().hex()));
      lines.add(text("verify.to", manifest.result().hex()));
    }
    lines.add(
        text(
            "verify.age",
            manifest.created().toString(),
            "" + age(manifest),
            manifest.staleAfter().toString()));
    lines.add(text("verify.languages", String.join(", ", manifest.languages())));
    manifest
        .titles()
        .forEach((folder, title) -> lines.add("  " + folder + ": " + PackMessages.harmless(title)));
    lines.add(text("verify.files", "" + manifest.files(), "" + manifest.bytes()));
    lines.add(text("verify.identity", report.identity().hex()));
  }

  private long age(PackManifest manifest) {
    return ChronoUnit.DAYS.between(LocalDate.parse(manifest.created().toString()), today);
  }

  private String text(String key, String... arguments) {
    return messages.text(key, List.of(arguments));
  }

  /** Everything, for programs. */
  Map<String, Object> json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("verdict", id(state()));
    members.putAll(json(report));
    if (applied.isPresent()) {
      members.put("base", json(applied.get().base()));
      applied.get().result().ifPresent(result -> members.put("result", json(result)));
    }
    return members;
  }

  private Map<String, Object> json(VerificationReport some) {
    var members = new LinkedHashMap<String, Object>();
    members.put("state", id(some.state()));
    members.put("message", sentences.sentence(some.state()));
    members.put("findings", some.findings().stream().map(this::json).toList());
    if (some.isSigned()) {
      members.put("publisher", some.publisher().hex());
      members.put("pack-key", some.signer().fingerprint().hex());
    }
    if (some.hasManifest()) {
      members.put("identity", some.identity().hex());
      members.put("pack", json(some.manifest()));
    }
    return members;
  }

  private Map<String, Object> json(Finding finding) {
    var members = new LinkedHashMap<String, Object>();
    members.put("code", finding.code().id());
    members.put("severity", severity(finding));
    members.put("message", sentences.sentence(finding));
    members.put("arguments", finding.arguments());
    return members;
  }

  private Map<String, Object> json(PackManifest manifest) {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", manifest.id());
    members.put("epoch", manifest.epoch());
    members.put("sequence", manifest.sequence());
    members.put("created", manifest.created().toString());
    members.put("age-in-days", age(manifest));
    members.put("stale-after", manifest.staleAfter().toString());
    members.put("languages", manifest.languages());
    members.put("titles", manifest.titles());
    members.put("files", manifest.files());
    members.put("bytes", manifest.bytes());
    if (manifest.isDelta()) {
      members.put("base-sequence", manifest.base().sequence());
      members.put("base-identity", manifest.base().identity().hex());
      members.put("result-identity", manifest.result().hex());
    }
    return members;
  }

  private static String severity(Finding finding) {
    return id(finding.code().severity());
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
