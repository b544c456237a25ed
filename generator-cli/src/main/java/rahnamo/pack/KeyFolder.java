package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.TrustPaths;
import rahnamo.pack.format.VerifyingKey;

/**
 * The folder with a publisher's keys: root documents with their signatures, which are public, and
 * private keys, each in a file named by its fingerprint. Root keys may lie elsewhere.
 *
 * <p>Killed at any step, the folder holds the old or the new state: the newest root document is
 * written last and decides.
 */
public final class KeyFolder {

  private static final int SHORT_FINGERPRINT = 16;
  private static final String PACK = "pack-";
  private static final String ROOT = "root-";
  private static final String PRIVATE = ".key";

  private final Path folder;

  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Whether it holds a publisher's keys. */
  public boolean exists() {
    return Files.isRegularFile(place(TrustPaths.root(1)));
  }

  /**
   * Makes sure that new private keys may be written here.
   *
   * @throws KeyException if they could end in a repository
   */
  void requireOutsideOfRepositories() throws IOException {
    if (GitRepository.wouldTake(folder)) {
      throw new KeyException("keys.not-ignored", folder.toString());
    }
  }

  /**
   * The public side of the keys.
   *
   * @throws KeyException if there are no keys here, or their documents are damaged
   */
  public RootHistory history() throws IOException {
    if (!exists()) {
      throw new KeyException("keys.none", folder.toString());
    }
    var documents = new ArrayList<RootDocument>();
    var signatures = new TreeMap<String, byte[]>();
    for (int version = 1; Files.exists(place(TrustPaths.root(version))); version++) {
      RootDocument document = document(version);
      RootDocument before = documents.isEmpty() ? document : documents.get(documents.size() - 1);
      documents.add(document);
      signatures.putAll(signatures(document, before));
    }
    return new RootHistory(documents, signatures);
  }

  private RootDocument document(int version) throws IOException {
    Path file = place(TrustPaths.root(version));
    try {
      RootDocument document = RootDocument.parse(Files.readAllBytes(file));
      if (document.version() == version) {
        return document;
      }
    } catch (InvalidPackException e) {
      // said below: the cure is the same
    }
    throw new KeyException("keys.damaged", file.toString());
  }

  /** The signatures of a document; a killed command may have left others, which do not count. */
  private SortedMap<String, byte[]> signatures(RootDocument document, RootDocument before)
      throws IOException {
    var signatures = new TreeMap<String, byte[]>();
    var signers = new LinkedHashSet<VerifyingKey>(before.rootKeys());
    signers.addAll(document.rootKeys());
    for (VerifyingKey signer : signers) {
      String name = TrustPaths.rootSignature(document.version(), signer.fingerprint());
      if (Files.exists(place(name))) {
        byte[] signature = Files.readAllBytes(place(name));
        if (isOf(signer, document, signature)) {
          signatures.put(name, signature);
        }
      }
    }
    return signatures;
  }

  private static boolean isOf(VerifyingKey signer, RootDocument document, byte[] signature) {
    try {
      signer.verify(document.toBytes(), signature);
      return true;
    } catch (InvalidPackException e) {
      return false;
    }
  }

  /** Puts a new state of the public side in place. */
  void store(RootHistory history) throws IOException {
    SortedMap<String, byte[]> files = history.files();
    String newest = TrustPaths.root(history.newest().version());
    for (var file : files.entrySet()) {
      if (!file.getKey().equals(newest)) {
        write(place(file.getKey()), file.getValue());
      }
    }
    write(place(newest), history.newest().toBytes());
  }

  /** Adds the private key of packs. */
  void storePackKey(SigningKey key, Passphrase passphrase) throws IOException {
    write(packKeyFile(key.verifyingKey()), KeyFile.encode(key, passphrase));
  }

  /** Adds a private root key. */
  void storeRootKey(SigningKey key, Passphrase passphrase) throws IOException {
    write(rootKeyFile(key.verifyingKey()), KeyFile.encode(key, passphrase));
  }

  /** Deletes the private half of a key that is no longer in force, if it is here. */
  void forget(VerifyingKey key) throws IOException {
    Files.deleteIfExists(packKeyFile(key));
    Files.deleteIfExists(rootKeyFile(key));
  }

  /** Whether the private half of a key is here. */
  public boolean holds(VerifyingKey key) {
    return Files.exists(packKeyFile(key)) || Files.exists(rootKeyFile(key));
  }

  /**
   * Unlocks the key that signs packs.
   *
   * @throws KeyException if it is not here, or the passphrase is wrong
   */
  public PackSigner signer(Passphrase passphrase) throws IOException {
    RootHistory history = history();
    VerifyingKey key = history.packKey();
    Path file = packKeyFile(key);
    if (!Files.exists(file)) {
      throw new KeyException("keys.pack-key-missing", file.toString());
    }
    return new PackSigner(KeyFile.read(file, key, passphrase), history);
  }

  /**
   * Unlocks the root keys that are here or in other folders, such as a stick's.
   *
   * @param elsewhere files of root keys, or folders with them
   */
  List<SigningKey> rootKeys(List<Path> elsewhere, Passphrase passphrase) throws IOException {
    var keys = new ArrayList<SigningKey>();
    for (VerifyingKey key : history().newest().rootKeys()) {
      Optional<Path> file = find(key, elsewhere);
      if (file.isPresent()) {
        keys.add(KeyFile.read(file.get(), key, passphrase));
      }
    }
    return keys;
  }

  private Optional<Path> find(VerifyingKey key, List<Path> elsewhere) {
    Path here = rootKeyFile(key);
    String name = here.getFileName().toString();
    Stream<Path> places =
        elsewhere.stream().map(path -> Files.isDirectory(path) ? path.resolve(name) : path);
    return Stream.concat(Stream.of(here), places)
        .filter(path -> path.endsWith(name) && Files.isRegularFile(path))
        .findFirst();
  }

  private Path packKeyFile(VerifyingKey key) {
    return folder.resolve(PACK + shortened(key.fingerprint()) + PRIVATE);
  }

  private Path rootKeyFile(VerifyingKey key) {
    return folder.resolve(ROOT + shortened(key.fingerprint()) + PRIVATE);
  }

  private static String shortened(Digest fingerprint) {
    return fingerprint.hex().substring(0, SHORT_FINGERPRINT);
  }

  /** The place of a file that packs have in {@code trust/}. */
  private Path place(String trustPath) {
    return folder.resolve(trustPath.substring(TrustPaths.FOLDER.length()));
  }

  private void write(Path file, byte[] bytes) throws IOException {
    OwnersFile.createFolder(folder);
    OwnersFile.write(file, bytes);
  }
}
