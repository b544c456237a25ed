package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackLimits;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustPaths;

/** The publishers that somebody who checks packs trusts. Immutable. */
public final class TrustedRoots {

  private final List<TrustAnchor> anchors;

  private TrustedRoots(List<TrustAnchor> anchors) {
    this.anchors = List.copyOf(anchors);
  }

  /**
   * Reads the root documents of some publishers.
   *
   * @param places for each publisher the folder with its documents, as {@code keys export} writes
   *     it, or the first document alone
   * @throws KeyException if there are no root documents
   */
  public static TrustedRoots of(List<Path> places) throws IOException {
    var anchors = new ArrayList<TrustAnchor>();
    for (Path place : places) {
      anchors.add(TrustAnchor.of(Files.isDirectory(place) ? documents(place) : first(place)));
    }
    return new TrustedRoots(anchors);
  }

  private static List<RootDocument> documents(Path folder) throws IOException {
    var keys = new KeyFolder(folder);
    if (!keys.exists()) {
      throw new KeyException("verify.no-root", folder.toString());
    }
    return keys.history().documents();
  }

  private static List<RootDocument> first(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > PackLimits.MAX_DOCUMENT_SIZE) {
      throw new KeyException("verify.no-root", file.toString());
    }
    try {
      RootDocument document = RootDocument.parse(Files.readAllBytes(file));
      if (document.version() == 1) {
        return List.of(document);
      }
    } catch (InvalidPackException e) {
      // said below: the cure is the same
    }
    throw new KeyException("verify.no-root", file.toString());
  }

  /**
   * The publisher, of those trusted, that a pack says it comes from; nobody if it is another one.
   */
  TrustAnchor anchorFor(Path file) throws IOException {
    if (anchors.size() <= 1) {
      return anchors.isEmpty() ? TrustAnchor.none() : anchors.get(0);
    }
    try (PackFile pack = PackFile.open(file.toFile())) {
      if (pack.contains(TrustPaths.root(1))) {
        byte[] first = pack.bytes(TrustPaths.root(1));
        return anchors.stream()
            .filter(anchor -> Arrays.equals(anchor.roots().get(0).toBytes(), first))
            .findFirst()
            .orElse(TrustAnchor.none());
      }
    } catch (InvalidPackException e) {
      // whoever verifies the pack hears of it
    }
    return TrustAnchor.none();
  }
}
