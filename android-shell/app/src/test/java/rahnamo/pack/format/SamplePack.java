package rahnamo.pack.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A pack for tests, written in the profile of real ones. */
public final class SamplePack {

  private final Map<String, byte[]> site = new TreeMap<>();
  private final long sequence;
  private Optional<SamplePublisher> publisher = Optional.empty();

  private SamplePack(long sequence) {
    this.sequence = sequence;
  }

  /** A pack with a front page, a page, a style sheet and a sound. */
  public static SamplePack numbered(long sequence) {
    return new SamplePack(sequence)
        .with("index.html", "<!DOCTYPE html><title>Choice</title>")
        .with("tg/index.html", "<!DOCTYPE html><title>Аввал " + sequence + "</title>")
        .with("assets/site.css", "@media (prefers-color-scheme: dark) { p { color: #fff } }")
        .with("media/sound.mp3", "0123456789");
  }

  public SamplePack with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public SamplePack with(String name, byte[] content) {
    site.put(name, content);
    return this;
  }

  /** The same files in a pack with another number. */
  public SamplePack numberedAnew(long other) {
    var copy = new SamplePack(other);
    copy.site.putAll(site);
    copy.publisher = publisher;
    return copy;
  }

  public SamplePack signedBy(SamplePublisher signer) {
    publisher = Optional.of(signer);
    return this;
  }

  public File writeTo(Path path) throws IOException {
    return write(files(), path);
  }

  /** Writes the delta pack that makes this pack out of another one of the same publisher. */
  public File writeDeltaTo(Path path, SamplePack base) throws IOException {
    SortedMap<String, byte[]> before = base.files();
    SortedMap<String, byte[]> after = files();
    var delta = new TreeMap<String, byte[]>();
    delta.put(EntryName.CHANGES, changes(before, after));
    var from = PackVersion.of(base.epoch(), base.sequence, identity(before));
    return write(signed(delta, manifest().delta(from, identity(after)).build()), path);
  }

  private static byte[] changes(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after)
      throws IOException {
    var made = new TreeMap<>(after);
    var digests = new TreeMap<String, Digest>();
    made.keySet().removeIf(name -> !Sha256Sums.isListed(name));
    for (byte[] copied : before.values()) {
      made.values().removeIf(content -> Arrays.equals(content, copied));
    }
    after.forEach(
        (name, content) -> {
          if (Sha256Sums.isListed(name)) {
            digests.put(name, made.containsKey(name) ? DeltaWriter.MADE : Digest.of(content));
          }
        });
    var out = new ByteArrayOutputStream();
    var writer = new DeltaWriter(out);
    insert(writer, EntryName.SUMS, Sha256Sums.of(digests).toBytes());
    if (after.containsKey(EntryName.SIGNATURE)) {
      insert(writer, EntryName.SIGNATURE, content(after, EntryName.SIGNATURE));
    }
    for (var file : made.entrySet()) {
      insert(writer, file.getKey(), file.getValue());
    }
    writer.finish();
    return out.toByteArray();
  }

  private static void insert(DeltaWriter writer, String name, byte[] content) throws IOException {
    writer.file(name, "", content.length);
    writer.insert(content, 0, content.length);
  }

  private static Digest identity(SortedMap<String, byte[]> files) {
    return Digest.of(content(files, EntryName.SUMS));
  }

  private static byte[] content(SortedMap<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private SortedMap<String, byte[]> files() throws IOException {
    return signed(site, manifest().build());
  }

  private SortedMap<String, byte[]> signed(Map<String, byte[]> content, PackManifest manifest)
      throws IOException {
    var files = new TreeMap<>(content);
    files.put(EntryName.MANIFEST, manifest.toBytes());
    publisher.ifPresent(signer -> files.putAll(signer.trust()));
    var digests = new TreeMap<String, Digest>();
    files.forEach((name, bytes) -> digests.put(name, Digest.of(bytes)));
    byte[] sums = Sha256Sums.of(digests).toBytes();
    files.put(EntryName.SUMS, sums);
    if (publisher.isPresent()) {
      try {
        files.put(EntryName.SIGNATURE, publisher.get().sign(sums));
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    }
    return files;
  }

  private static File write(SortedMap<String, byte[]> files, Path path) throws IOException {
    try (var zip = new ZipWriter(path.toFile())) {
      for (var file : files.entrySet()) {
        zip.add(file.getKey(), () -> new ByteArrayInputStream(file.getValue()));
      }
      zip.finish();
    }
    return path.toFile();
  }

  private int epoch() {
    return publisher.isPresent() ? 1 : 0;
  }

  private PackManifest.Builder manifest() {
    return PackManifest.builder()
        .id("sample-tg")
        .place(epoch(), sequence)
        .dates(PackDate.parse("2026-03-01"), PackDate.parse("2026-09-01"))
        .language("tg", "Намуна")
        .sizes(site.size(), site.values().stream().mapToLong(content -> content.length).sum());
  }

  /** A file as the source of an import. */
  public static PackSource source(File file) {
    return new PackSource() {
      @Override
      public String key() {
        return file.getPath();
      }

      @Override
      public long length() {
        return file.length();
      }

      @Override
      public InputStream open(long offset) throws IOException {
        return Channels.newInputStream(FileChannel.open(file.toPath()).position(offset));
      }
    };
  }
}
