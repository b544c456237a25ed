package rahnamo.pack.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
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
  private boolean hasRecord;

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
    advance();
    byte[] sumsBytes = proof(EntryName.SUMS);
    if (!Digest.of(sumsBytes).equals(identity)) {
      throw new InvalidPackException(VerificationCode.DELTA_RESULT_DIFFERS);
    }
    Sha256Sums sums = Sha256Sums.parse(sumsBytes);
    TreeSet<String> names = new TreeSet<>(sums.names());
    Map<String, byte[]> proofs = new HashMap<>();
    proofs.put(EntryName.SUMS, sumsBytes);
    if (hasRecord && changes.name().equals(EntryName.SIGNATURE)) {
      proofs.put(EntryName.SIGNATURE, proof(EntryName.SIGNATURE));
    }
    names.addAll(proofs.keySet());
    long done = 0;
    for (String name : names) {
      byte[] proof = proofs.get(name);
      if (proof != null) {
        add(zip, name, proof);
      } else {
        addFile(zip, name, sums.digestOf(name));
      }
      done++;
      if (!progress.advanced(done, names.size())) {
        throw new InvalidPackException(VerificationCode.INSTALL_CANCELLED);
      }
    }
    if (hasRecord) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
  }

  private void advance() throws IOException, InvalidPackException {
    hasRecord = changes.next();
  }

  /** The file of the first records, which the others depend on. */
  private byte[] proof(String name) throws IOException, InvalidPackException {
    if (!hasRecord || !changes.name().equals(name) || changes.size() > PackLimits.MAX_SUMS_SIZE) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(changes.size());
    try (Spool source = source()) {
      changes.apply(source, out);
    }
    advance();
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

  private void addFile(ZipWriter zip, String name, Digest digest)
      throws IOException, InvalidPackException {
    if (hasRecord && changes.name().equals(name)) {
      try (Spool source = source();
          Spool made = Spool.of(changes.size(), folder, MADE)) {
        changes.apply(source, made);
        zip.add(name, made);
      }
      advance();
      return;
    }
    String copied = baseFiles.get(digest);
    if (copied == null) {
      throw new InvalidPackException(VerificationCode.DELTA_FORMAT);
    }
    base.copyTo(zip, copied, name);
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
