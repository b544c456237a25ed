package rahnamo.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.RootDocument;
import rahnamo.pack.format.VerifyingKey;

/**
 * Whoever signs packs, with the keys in one folder: begins, renews what is old or lost, and
 * withdraws what was stolen.
 */
public final class Publisher {

  /** How long a root document stands before readers are warned. */
  private static final int YEARS = 2;

  private final KeyFolder folder;
  private final PackDate today;
  private final PackDate expires;

  /**
   * @param today the day that goes into new documents
   */
  public Publisher(KeyFolder folder, LocalDate today) {
    this.folder = folder;
    this.today = PackDate.parse(today.toString());
    this.expires = PackDate.parse(today.plusYears(YEARS).toString());
  }

  /**
   * What unlocks root keys.
   *
   * @param places files or folders besides the key folder
   * @param passphrase theirs, and that of new ones
   */
  public record RootAccess(List<Path> places, Passphrase passphrase) {

    public RootAccess {
      places = List.copyOf(places);
    }
  }

  /**
   * Makes all keys and the first root document.
   *
   * @param roots how many root keys
   * @param threshold how many of them must sign
   * @throws KeyException if there are keys already, or the folder lies in a repository
   */
  public RootHistory begin(
      int roots, int threshold, Passphrase rootPassphrase, Passphrase packPassphrase)
      throws IOException {
    if (folder.exists()) {
      throw new KeyException("keys.exist", folder.path().toString());
    }
    folder.requireOutsideOfRepositories();
    List<SigningKey> rootKeys = Stream.generate(SigningKey::generate).limit(roots).toList();
    SigningKey packKey = SigningKey.generate();
    RootDocument first = document(1, threshold, publicKeys(rootKeys), 1, packKey.verifyingKey());
    for (SigningKey root : rootKeys) {
      folder.storeRootKey(root, rootPassphrase);
    }
    folder.storePackKey(packKey, packPassphrase);
    RootHistory history = new RootHistory(List.of(), Map.of()).with(first, rootKeys);
    folder.store(history);
    return history;
  }

  /**
   * Replaces the pack key: because its time has come, it is lost or it was stolen. Packs of the
   * former one are refused by everyone who has seen a newer pack.
   *
   * @throws KeyException if there are too few root keys
   */
  public RootHistory renewPackKey(RootAccess access, Passphrase packPassphrase) throws IOException {
    folder.requireOutsideOfRepositories();
    RootHistory history = folder.history();
    RootDocument old = history.newest();
    List<SigningKey> signers = signers(old, access);
    SigningKey packKey = SigningKey.generate();
    folder.storePackKey(packKey, packPassphrase);
    RootDocument next =
        document(
            old.version() + 1,
            old.threshold(),
            old.rootKeys(),
            old.epoch() + 1,
            packKey.verifyingKey());
    return putInForce(history, next, signers, List.of(old.packKey()));
  }

  /**
   * Replaces some root keys by new ones; the pack key stays.
   *
   * @throws KeyException if there are too few root keys
   */
  public RootHistory renewRootKeys(Collection<VerifyingKey> replaced, RootAccess access)
      throws IOException {
    folder.requireOutsideOfRepositories();
    RootHistory history = folder.history();
    RootDocument old = history.newest();
    List<SigningKey> signers = new ArrayList<>(signers(old, access));
    List<SigningKey> added = Stream.generate(SigningKey::generate).limit(replaced.size()).toList();
    for (SigningKey key : added) {
      folder.storeRootKey(key, access.passphrase());
    }
    List<VerifyingKey> keys = new ArrayList<>(old.rootKeys());
    keys.removeAll(replaced);
    keys.addAll(publicKeys(added));
    signers.addAll(added);
    RootDocument next =
        document(old.version() + 1, old.threshold(), keys, old.epoch(), old.packKey());
    return putInForce(history, next, signers, replaced);
  }

  /**
   * The key in force that a person means by the beginning of its fingerprint.
   *
   * @throws KeyException if there is none, or more than one
   */
  public VerifyingKey keyNamed(String beginning) throws IOException {
    RootDocument newest = folder.history().newest();
    List<VerifyingKey> found =
        Stream.concat(newest.rootKeys().stream(), Stream.of(newest.packKey()))
            .filter(key -> key.fingerprint().hex().startsWith(beginning))
            .toList();
    if (found.size() != 1 || beginning.isEmpty()) {
      throw new KeyException("keys.unknown-key", beginning);
    }
    return found.get(0);
  }

  private List<SigningKey> signers(RootDocument document, RootAccess access) throws IOException {
    List<SigningKey> signers = folder.rootKeys(access.places(), access.passphrase());
    if (signers.size() < document.threshold()) {
      throw new KeyException("keys.too-few-roots", "" + signers.size(), "" + document.threshold());
    }
    return signers;
  }

  private RootHistory putInForce(
      RootHistory history,
      RootDocument next,
      List<SigningKey> signers,
      Collection<VerifyingKey> outOfForce)
      throws IOException {
    RootHistory renewed = history.with(next, signers);
    folder.store(renewed);
    for (VerifyingKey key : outOfForce) {
      folder.forget(key);
    }
    return renewed;
  }

  private RootDocument document(
      int version, int threshold, List<VerifyingKey> roots, long epoch, VerifyingKey packKey) {
    byte[] bytes = RootDocument.write(version, threshold, roots, epoch, packKey, today, expires);
    try {
      return RootDocument.parse(bytes);
    } catch (InvalidPackException e) {
      throw new IllegalStateException("a root document of our own is invalid", e);
    }
  }

  private static List<VerifyingKey> publicKeys(List<SigningKey> keys) {
    return keys.stream().map(SigningKey::verifyingKey).toList();
  }
}
