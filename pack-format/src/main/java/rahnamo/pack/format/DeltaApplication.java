package rahnamo.pack.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the pack that a delta pack leads to, out of its base. Nothing of the base is believed: the
 * result has to be verified like any pack.
 */
final class DeltaApplication {

  private static final String SOURCE = "delta-source.tmp";
  private static final String MADE = "delta-made.tmp";

  private final PackFile base;
  private final StoreFolder folder;
  private final DeltaReader changes;
  private final Map<Digest, String> baseFiles = new HashMap<>();

  private DeltaApplication(PackFile base, StoreFolder folder, InputStream changes)
      throws IOException, InvalidPackException {
    this.base = base;
    this.folder = folder;
    this.changes = new DeltaReader(changes);
    for (String name : base.names()) {
      baseFiles.put(base.sums().digestOf(name), name);
    }
  }

  /**
   * Writes the result.
   *
   * @param identity of the result
   * @param result the name of its file
   */
  static void apply(
      PackFile base,
      PackFile delta,
      Digest identity,
      StoreFolder folder,
      String result,
      Progress progress)
      throws IOException, InvalidPackException {
    try (InputStream in = new BufferedInputStream(delta.read(EntryName.CHANGES));
        ZipWriter zip = new ZipWriter(folder.file(result))) {
      new DeltaApplication(base, folder, in).write(zip, identity, progress);
      zip.finish();
    }
  }

  private void write(ZipWriter zip, Digest identity, Progress progress)
      throws IOException, InvalidPackException {
    Sha256Sums known = sums();
    TreeSet<String> names = new TreeSet<>(known.names());
    byte[] signature = {};
    if (known.contains(TrustPaths.PACK_KEY)) {
      signature = proof(EntryName.SIGNATURE);
      names.add(EntryName.SIGNATURE);
    }
    names.add(EntryName.SUMS);
    int sumsSize = known.toBytes().length;
    SortedMap<String, Digest> digests = new TreeMap<>();
    long done = 0;
    for (String name : names) {
      if (name.equals(EntryName.SUMS)) {
        zip.reserve(name, sumsSize);
      } else if (name.equals(EntryName.SIGNATURE)) {
        add(zip, name, signature);
      } else {
        digests.put(name, addFile(zip, name, known.digestOf(name)));
      }
      done++;
      if (!progress.advanced(done, names.size())) {
        throw new InvalidPackException(VerificationCode.INSTALL_CANCELLED);
      }
    }
    if (!changes.isAtEnd()) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    byte[] sums = Sha256Sums.of(digests).toBytes();
    if (!Digest.of(sums).equals(identity)) {
      throw new InvalidPackException(VerificationCode.DELTA_RESULT_DIFFERS);
    }
    zip.fill(EntryName.SUMS, sums);
  }

  /** The sums of the result, in which the digests of the files that have records are missing. */
  private Sha256Sums sums() throws IOException, InvalidPackException {
    byte[] bytes = proof(EntryName.SUMS);
    try {
      return Sha256Sums.parse(bytes);
    } catch (InvalidPackException e) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
  }

  /** The file of the first records, which the others depend on. */
  private byte[] proof(String name) throws IOException, InvalidPackException {
    changes.next(name);
    if (changes.size() > PackLimits.MAX_SUMS_SIZE) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(changes.size());
    try (Spool source = source()) {
      changes.apply(source, out);
    }
    return out.toByteArray();
  }

  private static void add(ZipWriter zip, String name, final byte[] bytes) throws IOException {
    zip.add(
        name,
        new ZipWriter.Content() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }
        });
  }

  /** Adds a file and gives its digest, which is only known after it was made. */
  private Digest addFile(ZipWriter zip, String name, Digest digest)
      throws IOException, InvalidPackException {
    if (!digest.equals(DeltaReader.MADE)) {
      String copied = baseFiles.get(digest);
      if (copied == null) {
        throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
      }
      base.copyTo(zip, copied, name);
      return digest;
    }
    changes.next(name);
    MessageDigest sha256 = Digest.sha256();
    try (Spool source = source();
        Spool made = Spool.of(changes.size(), folder, MADE)) {
      changes.apply(source, new DigestOutputStream(made, sha256));
      zip.add(name, made);
    }
    return Digest.finish(sha256);
  }

  /** The base's file that the record copies from, unpacked, as it is read here and there. */
  private Spool source() throws IOException, InvalidPackException {
    String name = changes.source();
    if (name.isEmpty()) {
      return Spool.of(0, folder, SOURCE);
    }
    if (!base.contains(name)) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    Spool spool = Spool.of(base.size(name), folder, SOURCE);
    try {
      spool.fill(base.read(name));
      return spool;
    } catch (IOException | InvalidPackException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }
}
