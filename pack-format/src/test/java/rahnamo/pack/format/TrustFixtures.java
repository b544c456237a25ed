package rahnamo.pack.format;

import static rahnamo.pack.format.TestPublisher.keys;
import static rahnamo.pack.format.VerificationCode.DELEGATION_EXPIRED;
import static rahnamo.pack.format.VerificationCode.DELEGATION_SUPERSEDED;
import static rahnamo.pack.format.VerificationCode.DELTA_FORMAT;
import static rahnamo.pack.format.VerificationCode.ENTRY_DIGEST_DIFFERS;
import static rahnamo.pack.format.VerificationCode.MANIFEST_CRITICAL;
import static rahnamo.pack.format.VerificationCode.MANIFEST_EPOCH_DIFFERS;
import static rahnamo.pack.format.VerificationCode.MANIFEST_FORMAT;
import static rahnamo.pack.format.VerificationCode.MANIFEST_MISSING;
import static rahnamo.pack.format.VerificationCode.MANIFEST_SIZES_DIFFER;
import static rahnamo.pack.format.VerificationCode.PACK_STALE;
import static rahnamo.pack.format.VerificationCode.READER_TOO_OLD;
import static rahnamo.pack.format.VerificationCode.SIGNATURE_FORMAT;
import static rahnamo.pack.format.VerificationCode.SIGNATURE_MISSING;
import static rahnamo.pack.format.VerificationCode.SIGNATURE_RANGE;
import static rahnamo.pack.format.VerificationCode.SIGNATURE_WRONG;
import static rahnamo.pack.format.VerificationCode.SUMS_EXTRA_LINE;
import static rahnamo.pack.format.VerificationCode.SUMS_FORMAT;
import static rahnamo.pack.format.VerificationCode.SUMS_MISSING;
import static rahnamo.pack.format.VerificationCode.SUMS_MISSING_LINE;
import static rahnamo.pack.format.VerificationCode.SUMS_ORDER;
import static rahnamo.pack.format.VerificationCode.SUMS_REPEATED_LINE;
import static rahnamo.pack.format.VerificationCode.TRUST_CHAIN_GAP;
import static rahnamo.pack.format.VerificationCode.TRUST_EPOCH;
import static rahnamo.pack.format.VerificationCode.TRUST_FORK;
import static rahnamo.pack.format.VerificationCode.TRUST_FORMAT;
import static rahnamo.pack.format.VerificationCode.TRUST_KEY_INVALID;
import static rahnamo.pack.format.VerificationCode.TRUST_MISSING;
import static rahnamo.pack.format.VerificationCode.TRUST_PEM_DIFFERS;
import static rahnamo.pack.format.VerificationCode.TRUST_THRESHOLD;
import static rahnamo.pack.format.VerificationCode.TRUST_UNEXPECTED_FILE;
import static rahnamo.pack.format.VerificationCode.UNKNOWN_ROOT;
import static rahnamo.pack.format.VerificationCode.UNSIGNED;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Packs whose zip is in order, and whose documents and signatures are not, or may be doubted. The
 * reader knows the first two root documents of a publisher.
 */
final class TrustFixtures {

  private static final String HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final List<Fixture> fixtures = new ArrayList<>();
  private final TestKey firstPackKey = TestKey.named("pack 1");
  private final TestKey packKey = TestKey.named("pack 2");
  private final TestPublisher beginning;
  private final TestPublisher ours;

  private TrustFixtures() throws Exception {
    beginning = TestPublisher.none().root(2, keys("a", "b", "c"), 1, firstPackKey, keys("a", "b"));
    // The pack key was stolen, and c was lost: d takes its place.
    ours = beginning.root(2, keys("a", "b", "d"), 2, packKey, keys("a", "d", "b"));
  }

  static List<Fixture> all() throws Exception {
    var packs = new TrustFixtures();
    packs.sums();
    packs.signatures();
    packs.rootDocuments();
    packs.rotations();
    packs.manifests();
    packs.readable();
    return packs.fixtures;
  }

  /** The publisher that the reader of the fixtures knows. */
  static TestPublisher publisher() throws Exception {
    return new TrustFixtures().ours;
  }

  private void bad(VerificationCode code, String variant, TestPack pack) throws Exception {
    fixtures.add(Fixture.bad(code, variant, pack.bytes()));
  }

  private TestPack pack() {
    return TestPack.signedBy(ours);
  }

  private void sums() throws Exception {
    var plain = "Without a signature, all the more.";
    bad(SUMS_MISSING, "", TestPack.unsigned().zip(zip -> zip.entries.remove(0)));
    bad(SUMS_FORMAT, "", TestPack.unsigned().sums(sums -> sums.replace("\n", "\r\n")));
    bad(SUMS_FORMAT, "binary", TestPack.unsigned().sums(sums -> sums.replace("  ", " *")));
    bad(SUMS_FORMAT, "no-end", TestPack.unsigned().sums(String::trim));
    bad(SUMS_FORMAT, "upwards", TestPack.unsigned().sums(sums -> sums + HEX + "  ../x\n"));
    bad(SUMS_ORDER, "", TestPack.unsigned().sums(TrustFixtures::reversed));
    bad(SUMS_REPEATED_LINE, "", TestPack.unsigned().sums(sums -> sums + sums));
    bad(SUMS_MISSING_LINE, "", TestPack.unsigned().sums(sums -> sums.replaceFirst(".*\n", "")));
    bad(SUMS_EXTRA_LINE, "", TestPack.unsigned().sums(sums -> sums + HEX + "  z.html\n"));
    bad(
        ENTRY_DIGEST_DIFFERS,
        "signed",
        pack()
            .with("ru/a.html", plain)
            .zip(zip -> replace(zip, "ru/a.html", "<p>Call this number</p>")));
  }

  private static String reversed(String lines) {
    List<String> all = Arrays.asList(lines.split("(?<=\n)"));
    Collections.reverse(all);
    return String.join("", all);
  }

  private static void replace(RawZip zip, String name, String content) {
    var entry = RawZip.Entry.stored(name, content.getBytes(StandardCharsets.UTF_8));
    zip.entries.set(zip.entries.indexOf(zip.entry(name)), entry);
  }

  private void signatures() throws Exception {
    bad(SIGNATURE_MISSING, "", pack().zip(zip -> zip.entries.remove(zip.entry("SHA256SUMS.sig"))));
    signature(SIGNATURE_FORMAT, "cut", good -> Arrays.copyOf(good, good.length - 1));
    signature(SIGNATURE_FORMAT, "padded", good -> Arrays.copyOf(good, good.length + 1));
    signature(SIGNATURE_FORMAT, "empty", good -> new byte[0]);
    signature(SIGNATURE_RANGE, "zero", good -> der(BigInteger.ZERO, BigInteger.ZERO));
    signature(SIGNATURE_RANGE, "order", good -> der(ORDER, BigInteger.ONE));
    signature(SIGNATURE_WRONG, "", good -> der(BigInteger.ONE, BigInteger.ONE));
    var thief = TestKey.named("thief");
    byte[] sums = pack().file(EntryName.SUMS);
    byte[] forged = thief.sign(sums);
    signature(SIGNATURE_WRONG, "of-another-key", good -> forged);
    byte[] old = firstPackKey.sign(sums);
    signature(SIGNATURE_WRONG, "of-the-old-key", good -> old);
  }

  private void signature(VerificationCode code, String variant, UnaryOperator<byte[]> edit)
      throws Exception {
    bad(code, variant, pack().signature(edit));
  }

  private static byte[] der(BigInteger r, BigInteger s) {
    return TestCurve.der(r, s);
  }

  private void rootDocuments() throws Exception {
    bad(TRUST_MISSING, "", trust(TestPublisher.none()));
    trust(TRUST_FORMAT, "", ours.with(TrustPaths.root(1), new byte[] {'{'}));
    trust(TRUST_FORMAT, "other-number", ours.with(TrustPaths.root(2), document(1)));
    trust(TRUST_FORMAT, "key-twice", edited(2, json -> json.replace(hex("d"), hex("a"))));
    trust(TRUST_KEY_INVALID, "", edited(2, json -> json.replace(hex("d"), offCurve("d"))));
    trust(READER_TOO_OLD, "root", edited(2, json -> json.replaceFirst("\\{", critical())));
    trust(TRUST_CHAIN_GAP, "", ours.with(TrustPaths.root(4), document(1)));
    trust(TRUST_PEM_DIFFERS, "", ours.with(TrustPaths.PACK_KEY, firstPackKey.verifying().pem()));
    trust(TRUST_PEM_DIFFERS, "missing", ours.without(TrustPaths.PACK_KEY));
    trust(TRUST_UNEXPECTED_FILE, "", ours.with("trust/readme.txt", new byte[0]));
    var stranger = TestKey.named("stranger");
    String name = TestPublisher.signatureName(2, stranger);
    trust(TRUST_UNEXPECTED_FILE, "stranger", ours.with(name, stranger.sign(document(2))));
    trust(
        SIGNATURE_WRONG,
        "root",
        ours.with(TestPublisher.signatureName(2, TestKey.named("a")), stranger.sign(document(2))));
    trust(SIGNATURE_WRONG, "root-changed", edited(1, json -> json.replace("2027", "2028")));
  }

  private TestPack trust(TestPublisher publisher) {
    return TestPack.signedBy(publisher);
  }

  private void trust(VerificationCode code, String variant, TestPublisher publisher)
      throws Exception {
    bad(code, variant, trust(publisher));
  }

  private byte[] document(int version) {
    return ours.document(version);
  }

  private TestPublisher edited(int version, UnaryOperator<String> edit) {
    String json = new String(document(version), StandardCharsets.UTF_8);
    byte[] changed = edit.apply(json).getBytes(StandardCharsets.UTF_8);
    return ours.with(TrustPaths.root(version), changed);
  }

  private static String hex(String key) {
    return Hex.encode(TestKey.named(key).encoded());
  }

  private static String offCurve(String key) {
    byte[] encoded = TestKey.named(key).encoded();
    encoded[90] ^= 1;
    return Hex.encode(encoded);
  }

  private static String critical() {
    return "{\"critical\": [\"colour\"],";
  }

  private void rotations() throws Exception {
    trust(
        TRUST_THRESHOLD,
        "first",
        TestPublisher.none().root(2, keys("a", "b", "c"), 1, packKey, keys("a")));
    trust(
        TRUST_THRESHOLD,
        "by-new-keys-only",
        beginning.root(2, keys("d", "e", "f"), 2, packKey, keys("d", "e", "f", "a")));
    trust(
        TRUST_THRESHOLD,
        "by-old-keys-only",
        beginning.root(2, keys("d", "e", "f"), 2, packKey, keys("a", "b", "d")));
    trust(TRUST_EPOCH, "falls", ours.root(1, keys("a"), 1, packKey, keys("a", "b")));
    trust(
        TRUST_EPOCH,
        "same-for-another-key",
        ours.root(1, keys("a"), 2, firstPackKey, keys("a", "b")));
    trust(TRUST_FORK, "", beginning.root(1, keys("b"), 2, packKey, keys("a", "b")));
    trust(DELEGATION_SUPERSEDED, "", beginning);
  }

  private void manifests() throws Exception {
    bad(
        MANIFEST_MISSING,
        "",
        pack()
            .with("pack.json", "")
            .zip(TrustFixtures::withoutManifest)
            .sums(sums -> sums.replaceAll(".*pack.json\n", "")));
    manifest(MANIFEST_FORMAT, "", json -> json.substring(1));
    manifest(MANIFEST_FORMAT, "twice", json -> json.replaceFirst("\\{", "{\"id\": \"x\","));
    manifest(MANIFEST_CRITICAL, "", json -> json.replace("[\"id\"", "[\"colour\", \"id\""));
    manifest(READER_TOO_OLD, "", json -> json.replace("\"min-reader\": 1", "\"min-reader\": 2"));
    manifest(READER_TOO_OLD, "format", json -> json.replace("\"format\": 1", "\"format\": 2"));
    bad(MANIFEST_EPOCH_DIFFERS, "", pack().epoch(3));
    bad(MANIFEST_EPOCH_DIFFERS, "unsigned", TestPack.unsigned().epoch(1));
    manifest(MANIFEST_SIZES_DIFFER, "", json -> json.replace("\"files\": 1", "\"files\": 2"));
    bad(DELTA_FORMAT, "without-base", pack().with(EntryName.CHANGES, "RHNDELTA1\n"));
    var version = pack().version();
    bad(DELTA_FORMAT, "without-changes", pack().delta(version, version.identity()));
  }

  private static void withoutManifest(RawZip zip) {
    zip.entries.remove(zip.entry("pack.json"));
  }

  private void manifest(VerificationCode code, String variant, UnaryOperator<String> edit)
      throws Exception {
    bad(code, variant, pack().manifest(edit));
  }

  private void readable() throws Exception {
    good("signed", pack());
    good("deflated", pack().deflated());
    good("unknown-field", pack().manifest(json -> json.replaceFirst("\\{", "{\"colour\": [1],")));
    good(
        "rotated", trust(ours.root(1, keys("e"), 3, TestKey.named("pack 3"), keys("a", "b", "e"))));
    good("same-epoch", trust(ours.root(1, keys("a"), 2, packKey, keys("a", "b"))));
    warned(TrustState.UNSIGNED, UNSIGNED, TestPack.unsigned());
    warned(TrustState.UNKNOWN_ROOT, UNKNOWN_ROOT, trust(TestPublisher.named("somebody")));
    var expired = PackDate.parse("2026-03-31");
    warned(
        TrustState.TRUSTED,
        DELEGATION_EXPIRED,
        trust(ours.root(1, keys("a"), 2, packKey, keys("a", "b"), expired)));
    warned(
        TrustState.TRUSTED,
        PACK_STALE,
        pack().manifest(json -> json.replace("2026-09-01", "2026-03-31")));
  }

  private void good(String name, TestPack pack) throws Exception {
    fixtures.add(Fixture.good(name, pack.bytes()));
  }

  private void warned(TrustState state, VerificationCode code, TestPack pack) throws Exception {
    fixtures.add(Fixture.warned(state, code, pack.bytes()));
  }
}
