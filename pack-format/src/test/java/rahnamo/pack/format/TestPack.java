package rahnamo.pack.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A small pack, good until it is told otherwise. Each step may be spoilt before the next is made.
 */
final class TestPack {

  static final PackDate TODAY = PackDate.parse("2026-04-01");

  private final TreeMap<String, byte[]> site = new TreeMap<>();
  private final TreeMap<String, byte[]> proof = new TreeMap<>();
  private final Optional<TestKey> signer;
  private long epoch;
  private long sequence = 42;
  private String id = "migrant-tg";
  private Optional<PackVersion> base = Optional.empty();
  private Digest result = Digest.of(new byte[0]);
  private boolean isDeflated;
  private UnaryOperator<String> manifestEdit = UnaryOperator.identity();
  private UnaryOperator<String> sumsEdit = UnaryOperator.identity();
  private UnaryOperator<byte[]> signatureEdit = UnaryOperator.identity();
  private Consumer<RawZip> zipEdit = zip -> {};

  private TestPack(Optional<TestKey> signer) {
    this.signer = signer;
    with("index.html", "<!doctype html><title>Роҳнамо</title>");
  }

  static TestPack unsigned() {
    return new TestPack(Optional.empty());
  }

  static TestPack signedBy(TestPublisher publisher) {
    var pack = new TestPack(Optional.of(publisher.packKey()));
    pack.proof.putAll(publisher.files());
    pack.epoch = publisher.epoch();
    return pack;
  }

  TestPack with(String name, byte[] content) {
    site.put(name, content);
    return this;
  }

  TestPack with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  TestPack without(String name) {
    site.remove(name);
    return this;
  }

  TestPack id(String newId) {
    id = newId;
    return this;
  }

  TestPack sequence(long number) {
    sequence = number;
    return this;
  }

  TestPack epoch(long number) {
    epoch = number;
    return this;
  }

  TestPack delta(PackVersion from, Digest to) {
    base = Optional.of(from);
    result = to;
    return this;
  }

  TestPack deflated() {
    isDeflated = true;
    return this;
  }

  TestPack manifest(UnaryOperator<String> edit) {
    manifestEdit = edit;
    return this;
  }

  TestPack sums(UnaryOperator<String> edit) {
    sumsEdit = edit;
    return this;
  }

  TestPack signature(UnaryOperator<byte[]> edit) {
    signatureEdit = edit;
    return this;
  }

  TestPack zip(Consumer<RawZip> edit) {
    zipEdit = edit;
    return this;
  }

  /** Changes one entry of the zip, after everything else is made. */
  TestPack entry(String name, Consumer<RawZip.Entry> edit) {
    return zip(zip -> edit.accept(zip.entry(name)));
  }

  byte[] bytes() throws GeneralSecurityException {
    var zip = new RawZip();
    files()
        .forEach(
            (name, content) ->
                zip.entries.add(
                    isDeflated
                        ? RawZip.Entry.deflated(name, content)
                        : RawZip.Entry.stored(name, content)));
    zipEdit.accept(zip);
    return zip.bytes();
  }

  Path write(Path path) throws IOException, GeneralSecurityException {
    return Files.write(path, bytes());
  }

  /** All files of the pack, as they are after the edits. */
  SortedMap<String, byte[]> files() throws GeneralSecurityException {
    var files = new TreeMap<>(site);
    files.putAll(proof);
    if (!site.containsKey(EntryName.MANIFEST)) {
      files.put(EntryName.MANIFEST, edited(manifest().toBytes(), manifestEdit));
    }
    byte[] sums = edited(sumsOf(files).toBytes(), sumsEdit);
    files.put(EntryName.SUMS, sums);
    if (signer.isPresent()) {
      files.put(EntryName.SIGNATURE, signatureEdit.apply(signer.get().sign(sums)));
    }
    return files;
  }

  byte[] file(String name) throws GeneralSecurityException {
    return Objects.requireNonNull(files().get(name), name);
  }

  Digest identity() throws GeneralSecurityException {
    return Digest.of(file(EntryName.SUMS));
  }

  PackVersion version() throws GeneralSecurityException {
    return PackVersion.of(epoch, sequence, identity());
  }

  private PackManifest manifest() {
    var builder =
        PackManifest.builder()
            .id(id)
            .place(epoch, sequence)
            .dates(PackDate.parse("2026-03-01"), PackDate.parse("2026-09-01"))
            .language("tg", "Роҳнамо")
            .sizes(site.size(), site.values().stream().mapToLong(file -> file.length).sum());
    base.ifPresent(from -> builder.delta(from, result));
    return builder.build();
  }

  private static Sha256Sums sumsOf(Map<String, byte[]> files) {
    var digests = new TreeMap<String, Digest>();
    files.forEach((name, content) -> digests.put(name, Digest.of(content)));
    return Sha256Sums.of(digests);
  }

  private static byte[] edited(byte[] text, UnaryOperator<String> edit) {
    return edit.apply(new String(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }
}
