package rahnamo.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackSource;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.ReceivedPack;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.VerificationReport;

/** Judges packs as a phone does, and delta packs by making the pack that they lead to. */
public final class PackCheck {

  private final TrustedRoots roots;
  private final PackDate today;

  /**
   * @param today the day on which the packs are to be used
   */
  public PackCheck(TrustedRoots roots, LocalDate today) {
    this.roots = roots;
    this.today = PackDate.parse(today.toString());
  }

  /** The verdict on a pack, down to its last byte. */
  public VerificationReport verify(Path pack) throws IOException {
    return new PackVerifier(roots.anchorFor(pack), today).verifyEachFile(pack.toFile());
  }

  /**
   * What a delta pack leads to.
   *
   * @param base the verdict on the pack that it is applied to
   * @param result the verdict on the pack that it makes; none if the base is refused
   */
  public record Applied(VerificationReport base, Optional<VerificationReport> result) {}

  /** Applies a delta pack to its base, in a folder that is deleted afterwards. */
  public Applied apply(Path delta, Path base) throws IOException {
    Path folder = Files.createTempDirectory("rahnamo-verify");
    TrustAnchor anchor = roots.anchorFor(delta);
    PackStore store = PackStore.open(folder.toFile(), anchor, today);
    try {
      ReceivedPack old = store.receive(new FileSource(base), Progress.IGNORED);
      if (!old.isInstallable()) {
        return new Applied(old.report(), Optional.empty());
      }
      store.install(old);
      VerificationReport result = store.receive(new FileSource(delta), Progress.IGNORED).report();
      return new Applied(old.report(), Optional.of(result));
    } catch (InvalidPackException e) {
      throw new IOException("no pack can be kept in " + folder, e);
    } finally {
      store.deleteAll();
      Files.delete(folder);
    }
  }

  /**
   * A pack on the disk.
   *
   * @param file where it lies
   */
  private record FileSource(Path file) implements PackSource {

    @Override
    public String key() {
      return file.toString();
    }

    @Override
    public long length() {
      return file.toFile().length();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      InputStream in = Files.newInputStream(file);
      try {
        in.skipNBytes(offset);
        return in;
      } catch (IOException | RuntimeException e) {
        in.close();
        throw e;
      }
    }
  }
}
