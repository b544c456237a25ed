package rahnamo.pack.format;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
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

  public SamplePack signedBy(SamplePublisher signer) {
    publisher = Optional.of(signer);
    return this;
  }

  public File writeTo(Path path) throws IOException {
    var files = new TreeMap<>(site);
    files.put(EntryName.MANIFEST, manifest().toBytes());
    publisher.ifPresent(signer -> files.putAll(signer.trust()));
    var digests = new TreeMap<String, Digest>();
    files.forEach((name, content) -> digests.put(name, Digest.of(content)));
    byte[] sums = Sha256Sums.of(digests).toBytes();
    files.put(EntryName.SUMS, sums);
    if (publisher.isPresent()) {
      try {
        files.put(EntryName.SIGNATURE, publisher.get().sign(sums));
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    }
    try (var zip = new ZipWriter(path.toFile())) {
      for (var file : files.entrySet()) {
        zip.add(file.getKey(), () -> new ByteArrayInputStream(file.getValue()));
      }
      zip.finish();
    }
    return path.toFile();
  }

  private PackManifest manifest() {
    return PackManifest.builder()
        .id("sample-tg")
        .place(publisher.isPresent() ? 1 : 0, sequence)
        .dates(PackDate.parse("2026-03-01"), PackDate.parse("2026-09-01"))
        .language("tg", "Намуна")
        .sizes(site.size(), site.values().stream().mapToLong(content -> content.length).sum())
        .build();
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
