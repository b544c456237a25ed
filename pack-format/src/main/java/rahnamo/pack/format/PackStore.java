package rahnamo.pack.format;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The packs on a device: the current one and the one before it, in a folder of its own. Killed at
 * any moment, it has a whole pack when it is opened again: the old one or the new one. Safe for
 * several threads of one process; two processes must not share a folder.
 *
 * <p>A pack is fetched into a private file, verified there (others may still write to the place it
 * came from), forced to the disk and renamed; then one small file is replaced that says which pack
 * is current. An installation needs room for one copy of the pack: if the disk is too full for it,
 * the pack before the current one gives way.
 */
public final class PackStore {

  private static final String STATE = "state";
  private static final String PACK_EXTENSION = ".zip";
  private static final String MADE = "delta-result" + IncomingPart.EXTENSION;

  private static final Comparator<VerificationReport> WORST_FIRST =
      new Comparator<VerificationReport>() {
        @Override
        public int compare(VerificationReport a, VerificationReport b) {
          int byTrust = b.state().compareTo(a.state());
          return byTrust != 0 || a.version().hasPlaceOf(b.version())
              ? byTrust
              : a.version().isOlderThan(b.version()) ? -1 : 1;
        }
      };

  private static final int FETCHED = 500;
  private static final int CHECKED = 750;
  private static final int MADE_OF_DELTA = 900;

  private final StoreFolder folder;
  private final TrustAnchor ours;
  private final PackDate today;
  private final Object receiving = new Object();
  private final List<Finding> findings = new ArrayList<>();
  private StoreState state = StoreState.EMPTY;
  private List<InstalledPack> current = Collections.emptyList();

  private PackStore(StoreFolder folder, TrustAnchor anchor, PackDate today) {
    this.folder = folder;
    this.ours = anchor;
    this.today = today;
  }

  /**
   * Opens the store, and first puts in order what a kill, a full disk or a failing one left.
   *
   * @param folder is the store's alone; it is made if need be
   * @throws IOException if there is no folder; a damaged pack never hinders
   */
  public static PackStore open(File folder, TrustAnchor anchor, PackDate today) throws IOException {
    return open(new StoreFolder(folder), anchor, today);
  }

  static PackStore open(StoreFolder folder, TrustAnchor anchor, PackDate today) {
    PackStore store = new PackStore(folder, anchor, today);
    store.recover();
    return store;
  }

  private synchronized void recover() {
    state = readState();
    List<String> usable = new ArrayList<>();
    for (String identity : state.packs()) {
      List<InstalledPack> loaded = load(identity);
      if (loaded.isEmpty()) {
        findings.add(Finding.of(VerificationCode.STORE_DAMAGED));
      } else {
        usable.add(identity);
        current = current.isEmpty() ? loaded : current;
      }
    }
    if (!usable.equals(state.packs())) {
      state = state.withPacks(usable);
      tryWrite();
    }
    tidy();
  }

  private StoreState readState() {
    if (!folder.has(STATE)) {
      return StoreState.EMPTY;
    }
    try {
      return StoreState.parse(folder.read(STATE));
    } catch (IOException | InvalidPackException e) {
      findings.add(Finding.of(VerificationCode.STORE_DAMAGED));
      return stateOfPacks();
    }
  }

  /** Made anew from the packs that are there: of the most trusted the newest comes first. */
  private StoreState stateOfPacks() {
    List<VerificationReport> reports = new ArrayList<>();
    for (String name : folder.names()) {
      if (name.endsWith(PACK_EXTENSION)) {
        String identity = name.substring(0, name.length() - PACK_EXTENSION.length());
        for (InstalledPack pack : load(identity)) {
          reports.add(pack.report());
        }
      }
    }
    Collections.sort(reports, WORST_FIRST);
    StoreState made = StoreState.EMPTY;
    for (VerificationReport report : reports) {
      made = made.installed(report);
    }
    return made;
  }

  /** The pack of an identity, or nothing if it cannot be used. */
  private List<InstalledPack> load(String identity) {
    File file = folder.file(identity + PACK_EXTENSION);
    try (PackFile pack = PackFile.open(file)) {
      VerificationReport report = verifier().verifySigned(pack);
      boolean isUsable =
          report.state() != TrustState.INVALID && report.identity().hex().equals(identity);
      return isUsable
          ? Collections.singletonList(new InstalledPack(file, report))
          : Collections.<InstalledPack>emptyList();
    } catch (IOException | InvalidPackException e) {
      return Collections.emptyList();
    }
  }

  private synchronized PackVerifier verifier() {
    return new PackVerifier(anchor(), today);
  }

  /** What the app came with, and the newer root documents of the same publisher seen since. */
  private TrustAnchor anchor() {
    try {
      return ours.hasPublisherOf(state.roots()) ? ours.with(state.roots()) : ours;
    } catch (InvalidPackException e) {
      // The app is newer than the memory, and knows better.
      return ours;
    }
  }

  /** Deletes what no state speaks of, but not what was fetched and may be continued. */
  private void tidy() {
    for (String name : folder.names()) {
      boolean isPack = false;
      for (String identity : state.packs()) {
        isPack |= name.equals(identity + PACK_EXTENSION);
      }
      boolean isIncoming = name.endsWith(IncomingPart.EXTENSION) && !name.equals(MADE);
      if (!isPack && !isIncoming && !name.equals(STATE)) {
        folder.tryDelete(name);
      }
    }
  }

  /** What was found wrong when the store was opened. */
  public synchronized List<Finding> findings() {
    return Collections.unmodifiableList(new ArrayList<>(findings));
  }

  /** Whether there is a pack to show. */
  public synchronized boolean hasCurrent() {
    return !current.isEmpty();
  }

  /**
   * The pack to show.
   *
   * @throws IllegalStateException if there is {@linkplain #hasCurrent none}
   */
  public synchronized InstalledPack current() {
    return only(current);
  }

  /** Whether there is an older pack that can be restored. */
  public synchronized boolean hasPrevious() {
    return !findPrevious().isEmpty();
  }

  /**
   * The pack that was current before.
   *
   * @throws IllegalStateException if there is {@linkplain #hasPrevious none}
   */
  public synchronized InstalledPack previous() {
    return only(findPrevious());
  }

  /** The pack that was current before, verified anew; nothing if there is none to restore. */
  public synchronized List<InstalledPack> findPrevious() {
    return state.packs().size() < 2
        ? Collections.<InstalledPack>emptyList()
        : load(state.packs().get(1));
  }

  private static InstalledPack only(List<InstalledPack> packs) {
    if (packs.isEmpty()) {
      throw new IllegalStateException("there is no such pack");
    }
    return packs.get(0);
  }

  /**
   * Fetches a pack and verifies it. An attempt that broke off is continued; one that the progress
   * stopped, or that led to a bad pack, leaves nothing. What was received before and not installed
   * is discarded.
   *
   * @param progress is told thousandths; if what was kept of an earlier attempt turns out to be of
   *     no use, it begins again
   * @return the verdict; whatever went wrong, even with the disk, is in its report
   */
  public ReceivedPack receive(PackSource source, Progress progress) {
    synchronized (receiving) {
      IncomingPart part = new IncomingPart(folder, source);
      for (String name : folder.names()) {
        if (name.endsWith(IncomingPart.EXTENSION) && !name.equals(part.name())) {
          folder.tryDelete(name);
        }
      }
      boolean isContinued = part.length() > 0;
      ReceivedPack received = receive(part, progress);
      boolean isWorthAnotherTry =
          isContinued && !part.file().exists() && !isStopped(received.report());
      return isWorthAnotherTry ? receive(part, progress) : received;
    }
  }

  private static boolean isStopped(VerificationReport report) {
    return report.state() != TrustState.INVALID || report.has(VerificationCode.INSTALL_CANCELLED);
  }

  private ReceivedPack receive(IncomingPart part, Progress progress) {
    ReceivedPack received;
    try {
      part.fetch(new StageProgress(progress, 0, FETCHED), spare(false));
      received = verified(part, progress);
    } catch (InvalidPackException e) {
      VerificationCode code = e.finding().code();
      boolean isToBeContinued =
          code == VerificationCode.INSTALL_INTERRUPTED
              || code == VerificationCode.INSTALL_DISK_FULL;
      if (!isToBeContinued) {
        folder.tryDelete(part.name());
      }
      return refused(part.name(), e);
    }
    if (!received.isInstallable()) {
      folder.tryDelete(received.file());
    }
    return received;
  }

  private static ReceivedPack refused(String file, InvalidPackException reason) {
    return new ReceivedPack(file, VerificationReport.refused(reason.finding()));
  }

  private ReceivedPack verified(IncomingPart part, Progress progress) {
    try {
      VerificationReport report =
          verifier().verify(part.file(), new StageProgress(progress, FETCHED, CHECKED));
      if (report.state() == TrustState.INVALID || !report.manifest().isDelta()) {
        return new ReceivedPack(part.name(), compared(report));
      }
      VerificationReport result = apply(part.file(), report.manifest(), progress);
      folder.tryDelete(part.name());
      return new ReceivedPack(MADE, compared(result));
    } catch (InvalidPackException e) {
      folder.tryDelete(part.name());
      return refused(MADE, e);
    } catch (IOException e) {
      return refused(part.name(), new InvalidPackException(VerificationCode.PACK_UNREADABLE));
    }
  }

  /** An old page is better than none: without any pack, the order of versions does not count. */
  private synchronized VerificationReport compared(VerificationReport report) {
    return report.state() == TrustState.INVALID || current.isEmpty()
        ? report
        : state.compared(report);
  }

  private VerificationReport apply(File delta, PackManifest manifest, Progress progress)
      throws IOException, InvalidPackException {
    InstalledPack base = base(manifest);
    boolean isPrevious = !base.report().identity().equals(current().report().identity());
    folder.requireRoom(base.file().length(), spare(isPrevious));
    try (PackFile open = base.open();
        PackFile changes = PackFile.open(delta)) {
      StageProgress making = new StageProgress(progress, CHECKED, MADE_OF_DELTA);
      DeltaApplication.apply(open, changes, manifest.result(), folder, MADE, making);
    } catch (IOException e) {
      throw folder.refusal(e, base.file().length());
    }
    return verifiedResult(new StageProgress(progress, MADE_OF_DELTA, StageProgress.WHOLE));
  }

  private synchronized InstalledPack base(PackManifest delta) throws InvalidPackException {
    String wanted = delta.base().identity().hex();
    int place = state.packs().indexOf(wanted);
    List<InstalledPack> base = place < 0 ? Collections.<InstalledPack>emptyList() : load(wanted);
    if (base.isEmpty()) {
      throw new InvalidPackException(
          VerificationCode.DELTA_WRONG_BASE, String.valueOf(delta.base().sequence()));
    }
    return base.get(0);
  }

  private VerificationReport verifiedResult(Progress progress)
      throws IOException, InvalidPackException {
    try (PackFile result = PackFile.open(folder.file(MADE))) {
      result.checkAll(progress);
      return verifier().verifySigned(result);
    } catch (InvalidPackException e) {
      boolean isCancelled = e.finding().code() == VerificationCode.INSTALL_CANCELLED;
      throw isCancelled ? e : new InvalidPackException(VerificationCode.DELTA_RESULT_DIFFERS);
    }
  }

  /**
   * Makes a received pack the current one.
   *
   * @throws InvalidPackException if the disk is full or cannot be written, or if a newer version
   *     came first; then everything is as before
   * @throws IllegalArgumentException if the pack is not {@linkplain ReceivedPack#isInstallable
   *     installable}
   */
  public void install(ReceivedPack pack) throws InvalidPackException {
    if (!pack.isInstallable()) {
      throw new IllegalArgumentException("not installable: " + pack.report());
    }
    synchronized (receiving) {
      installNow(pack);
    }
  }

  private synchronized void installNow(ReceivedPack pack) throws InvalidPackException {
    VerificationReport report = compared(pack.report());
    if (report.state() == TrustState.INVALID) {
      throw new InvalidPackException(report.findings().get(0));
    }
    String file = report.identity().hex() + PACK_EXTENSION;
    StoreState next = state.installed(report);
    if (report.state() == TrustState.TRUSTED) {
      next = next.withRoots(anchor().with(report.roots()).roots());
    }
    try {
      folder.rename(pack.file(), file);
      folder.write(STATE, next.toBytes());
    } catch (IOException e) {
      throw folder.refusal(e, 0);
    }
    state = next;
    current = Collections.singletonList(new InstalledPack(folder.file(file), report));
    tidy();
  }

  /** Deletes a received pack that is not wanted. */
  public void discard(ReceivedPack pack) {
    synchronized (receiving) {
      folder.tryDelete(pack.file());
    }
  }

  /**
   * Makes the previous pack the current one, and the other way round.
   *
   * @throws InvalidPackException if the disk is full or cannot be written
   * @throws IllegalStateException if there is {@linkplain #hasPrevious none}
   */
  public synchronized void restorePrevious() throws InvalidPackException {
    InstalledPack previous = previous();
    List<String> packs = new ArrayList<>(state.packs());
    Collections.reverse(packs);
    StoreState next = state.withPacks(packs);
    try {
      folder.write(STATE, next.toBytes());
    } catch (IOException e) {
      throw folder.refusal(e, 0);
    }
    state = next;
    current = Collections.singletonList(previous);
  }

  /** Deletes all packs and everything that the store remembers of them. */
  public void deleteAll() throws IOException {
    synchronized (receiving) {
      forget();
    }
  }

  private synchronized void forget() throws IOException {
    // First the memory: packs without it are deleted when the store is opened.
    folder.delete(STATE);
    state = StoreState.EMPTY;
    current = Collections.emptyList();
    for (String name : folder.names()) {
      folder.delete(name);
    }
  }

  /** The previous pack, unless it is in use. */
  private StoreFolder.Spare spare(final boolean isPreviousInUse) {
    return new StoreFolder.Spare() {
      @Override
      public long size() {
        return isPreviousInUse ? 0 : sizeOfPrevious();
      }

      @Override
      public boolean drop() {
        return !isPreviousInUse && dropPrevious();
      }
    };
  }

  private synchronized long sizeOfPrevious() {
    return state.packs().size() < 2
        ? 0
        : folder.file(state.packs().get(1) + PACK_EXTENSION).length();
  }

  private synchronized boolean dropPrevious() {
    if (state.packs().size() < 2) {
      return false;
    }
    String previous = state.packs().get(1) + PACK_EXTENSION;
    // A disk that is full to the last byte takes no new state either; the old one then names a
    // pack that is gone, and opening the store copes with that.
    state = state.withPacks(state.packs().subList(0, 1));
    boolean isDropped = folder.tryDelete(previous);
    tryWrite();
    return isDropped;
  }

  private void tryWrite() {
    try {
      folder.write(STATE, state.toBytes());
    } catch (IOException e) {
      // The file says something else than the state now; opening the store mends that again.
      findings.add(Finding.of(VerificationCode.INSTALL_NOT_WRITABLE));
    }
  }
}
