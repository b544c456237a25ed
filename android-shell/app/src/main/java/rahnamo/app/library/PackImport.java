package rahnamo.app.library;

import java.util.Collections;
import java.util.List;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackSource;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.ReceivedPack;
import rahnamo.pack.format.TrustState;
import rahnamo.pack.format.VerificationCode;
import rahnamo.pack.format.VerificationReport;

/**
 * One pack on its way into the store: it is received, the reader is asked if it comes from somebody
 * unknown, then it is installed. Safe for several threads; screens may come and go meanwhile.
 */
public final class PackImport implements Progress {

  /** How far it is. */
  public enum Stage {
    /** Fetching and verifying. */
    RUNNING,
    /** Whole, but not from the publisher of this app: waits for the reader. */
    ASKING,
    /** The pack is the current one. */
    DONE,
    /** Nothing has changed; the report says why. */
    REFUSED
  }

  /** Hears of every change, from any thread. */
  public interface Listener {
    void changed();
  }

  private static final int THOUSANDTHS_OF_PERCENT = 10;

  private final PackStore store;
  private final PackSource source;
  private final boolean isAsking;
  private Stage stage = Stage.RUNNING;
  private int percent;
  private boolean isCancelled;
  private ReceivedPack[] received = {};
  private List<Finding> findings = Collections.emptyList();
  private Listener[] listener = {};

  /**
   * @param isAsking whether a pack of an unknown publisher needs consent; the one that came with
   *     the app does not
   */
  public PackImport(PackStore store, PackSource source, boolean isAsking) {
    this.store = store;
    this.source = source;
    this.isAsking = isAsking;
  }

  /** Receives the pack, and installs it if nobody has to be asked. Takes as long as it takes. */
  public void run() {
    ReceivedPack pack = store.receive(source, this);
    boolean isTooLate;
    synchronized (this) {
      received = new ReceivedPack[] {pack};
      findings = pack.report().findings();
      isTooLate = isCancelled && pack.isInstallable();
    }
    if (isTooLate) {
      giveUp(pack);
    } else if (!pack.isInstallable()) {
      become(Stage.REFUSED);
    } else if (isAsking && pack.report().state() != TrustState.TRUSTED) {
      become(Stage.ASKING);
      giveUpIfCancelled();
    } else {
      install(pack);
    }
  }

  /** Cancelled after the last step that asked whether to go on. */
  private void giveUp(ReceivedPack pack) {
    store.discard(pack);
    synchronized (this) {
      findings = Collections.singletonList(Finding.of(VerificationCode.INSTALL_CANCELLED));
    }
    become(Stage.REFUSED);
  }

  private void giveUpIfCancelled() {
    boolean isGivenUp;
    synchronized (this) {
      isGivenUp = isCancelled;
    }
    if (isGivenUp) {
      cancel();
    }
  }

  private void install(ReceivedPack pack) {
    try {
      store.install(pack);
      become(Stage.DONE);
    } catch (InvalidPackException e) {
      synchronized (this) {
        findings = Collections.singletonList(e.finding());
      }
      become(Stage.REFUSED);
    }
  }

  /** The reader agreed to a pack of somebody unknown. Does nothing unless that was asked. */
  public void accept() {
    ReceivedPack[] asked = takeAsked(Stage.RUNNING);
    if (asked.length > 0) {
      install(asked[0]);
    }
  }

  /** The reader did not agree, or the work is to stop. */
  public void cancel() {
    ReceivedPack[] asked = takeAsked(Stage.REFUSED);
    if (asked.length > 0) {
      store.discard(asked[0]);
      changed();
      return;
    }
    synchronized (this) {
      isCancelled = true;
    }
  }

  private synchronized ReceivedPack[] takeAsked(Stage next) {
    if (stage != Stage.ASKING) {
      return new ReceivedPack[0];
    }
    stage = next;
    return received;
  }

  @Override
  public boolean advanced(long done, long total) {
    int now = (int) (done / THOUSANDTHS_OF_PERCENT);
    boolean isNew;
    synchronized (this) {
      isNew = now != percent;
      percent = now;
    }
    if (isNew) {
      changed();
    }
    synchronized (this) {
      return !isCancelled;
    }
  }

  private void become(Stage next) {
    synchronized (this) {
      stage = next;
    }
    changed();
  }

  private void changed() {
    Listener[] present;
    synchronized (this) {
      present = listener;
    }
    for (Listener one : present) {
      one.changed();
    }
  }

  /** Who hears of changes from now on; only one at a time. */
  public synchronized void listen(Listener one) {
    listener = new Listener[] {one};
  }

  public synchronized void stopListening() {
    listener = new Listener[0];
  }

  public synchronized Stage stage() {
    return stage;
  }

  /** Whether nothing more will happen. */
  public synchronized boolean isOver() {
    return stage == Stage.DONE || stage == Stage.REFUSED;
  }

  public synchronized int percent() {
    return percent;
  }

  /**
   * What is known of the pack.
   *
   * @throws IllegalStateException if it is still being received
   */
  public synchronized VerificationReport report() {
    if (received.length == 0) {
      throw new IllegalStateException("still running");
    }
    return received[0].report();
  }

  /** What is to be said of the pack, what refused it first. */
  public synchronized List<Finding> findings() {
    return findings;
  }
}
