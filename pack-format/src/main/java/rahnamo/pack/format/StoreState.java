package rahnamo.pack.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store remembers: which pack is current, which one was before, the highest version of each
 * series, and the newest root documents of the trusted publisher. Immutable.
 *
 * <p>As a file it is lines of text under their own SHA-256: a memory with one wrong digit could
 * refuse good packs for ever, so a damaged one is noticed and made anew.
 */
final class StoreState {

  /** The memory of a new store. */
  static final StoreState EMPTY =
      new StoreState(
          Collections.<String>emptyList(),
          Collections.<String, PackVersion>emptyMap(),
          Collections.<RootDocument>emptyList());

  private final List<String> packs;
  private final SortedMap<String, PackVersion> seen;
  private final List<RootDocument> roots;

  private StoreState(List<String> packs, Map<String, PackVersion> seen, List<RootDocument> roots) {
    this.packs = Collections.unmodifiableList(new ArrayList<>(packs));
    this.seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    this.roots = Collections.unmodifiableList(new ArrayList<>(roots));
  }

  /** The identities of the current pack and of the one before, as far as there are any. */
  List<String> packs() {
    return packs;
  }

  List<RootDocument> roots() {
    return roots;
  }

  /** The state with other packs. */
  StoreState withPacks(List<String> others) {
    return new StoreState(others, seen, roots);
  }

  /** The state that knows newer root documents. */
  StoreState withRoots(List<RootDocument> others) {
    return new StoreState(packs, seen, others);
  }

  /** The state after a pack became the current one. */
  StoreState installed(VerificationReport report) {
    List<String> newPacks = new ArrayList<>();
    newPacks.add(report.identity().hex());
    for (String old : packs) {
      if (newPacks.size() < 2 && !newPacks.contains(old)) {
        newPacks.add(old);
      }
    }
    return new StoreState(newPacks, seenWith(report), roots);
  }

  /** What anybody can make has no order that could be relied on, so only signed packs count. */
  private Map<String, PackVersion> seenWith(VerificationReport report) {
    Map<String, PackVersion> all = new TreeMap<>(seen);
    if (report.isSigned() && !report.version().isOlderThan(highest(report))) {
      all.put(series(report), report.version());
    }
    return all;
  }

  /** The report, refused if a newer version was seen before. */
  VerificationReport compared(VerificationReport report) {
    return report.isSigned() ? report.comparedWith(highest(report)) : report;
  }

  private PackVersion highest(VerificationReport report) {
    PackVersion highest = seen.get(series(report));
    return highest == null ? report.version() : highest;
  }

  private static String series(VerificationReport report) {
    return report.publisher().hex() + " " + report.manifest().id();
  }

  /** The file. */
  byte[] toBytes() {
    StringBuilder text = new StringBuilder();
    for (String pack : packs) {
      text.append("pack ").append(pack).append('\n');
    }
    for (Map.Entry<String, PackVersion> entry : seen.entrySet()) {
      PackVersion version = entry.getValue();
      text.append("seen ").append(entry.getKey()).append(' ');
      text.append(version.epoch()).append(' ').append(version.sequence()).append(' ');
      text.append(version.identity().hex()).append('\n');
    }
    for (RootDocument root : roots) {
      text.append("root ").append(Hex.encode(root.toBytes())).append('\n');
    }
    String sum = Digest.of(bytes(text.toString())).hex();
    return bytes(sum + "\n" + text);
  }

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @throws InvalidPackException if it was damaged since then
   */
  static StoreState parse(byte[] file) throws InvalidPackException {
    String all = new String(file, StandardCharsets.ISO_8859_1);
    int start = Digest.HEX_LENGTH + 1;
    String text = all.length() < start ? "" : all.substring(start);
    if (!all.startsWith(Digest.of(bytes(text)).hex() + "\n")) {
      throw new InvalidPackException(VerificationCode.STORE_DAMAGED);
    }
    List<String> packs = new ArrayList<>();
    Map<String, PackVersion> seen = new TreeMap<>();
    List<RootDocument> roots = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("pack")) {
        packs.add(words[1]);
      } else if (words[0].equals("seen")) {
        seen.put(words[1] + " " + words[2], version(words));
      } else if (words[0].equals("root")) {
        roots.add(RootDocument.parse(Hex.decode(words[1])));
      }
    }
    return new StoreState(packs, seen, roots);
  }

  private static PackVersion version(String[] words) {
    return PackVersion.of(
        Long.parseLong(words[3]), Long.parseLong(words[4]), Digest.parse(words[5]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
