package rahnamo.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.publish.KilledOperations.Killed;
import rahnamo.publish.KilledOperations.Moment;

/** A publication killed before, within and after each of its steps. */
final class PublishKilledTest {

  private static final int NEVER = Integer.MAX_VALUE;

  private static final Map<String, String> OLD =
      Map.of(
          "index.html", "old index",
          "ru/index.html", "old",
          "ru/same.html", "the same",
          "ru/gone/a.html", "goes with its folder",
          "ru/mixed/gone.html", "goes from a folder that stays",
          "becomes-folder", "a file at first",
          "becomes-file/deep/a.html", "in a folder at first",
          "tg/gone.html", "next to a file of somebody else");

  private static final Map<String, String> NEW =
      Map.of(
          "index.html", "new index, longer than the old one",
          "ru/index.html", "new",
          "ru/same.html", "the same",
          "ru/mixed/new.html", "comes to a folder that is there",
          "becomes-folder/a.html", "in a folder now",
          "becomes-file", "a file now",
          "uz/work/deep/new.html", "comes with its folders",
          "uz/index.html", "comes with its folder");

  @TempDir Path temp;
  private int folders;
  private SortedMap<String, String> oldSnapshot = Collections.emptySortedMap();
  private SortedMap<String, String> newSnapshot = Collections.emptySortedMap();

  @BeforeEach
  void takeSnapshots() throws IOException {
    oldSnapshot = allOf(OLD);
    newSnapshot = allOf(NEW);
  }

  @Test
  void killAtAnyStepOfTheFirstPublicationLeavesNothingOrAll() throws IOException {
    int steps = stepsOf(newFolder(), NEW);
    var outcomes = new HashSet<SortedMap<String, String>>();
    for (Moment moment : Moment.values()) {
      for (int step = 1; step <= steps; step++) {
        Folder folder = newFolder();
        SortedMap<String, String> before = folder.snapshot();
        kill(folder, NEW, step, moment);
        recover(folder);
        outcomes.add(folder.snapshot());
        requireOldOrNew(folder, before, newSnapshot);
      }
    }
    assertEquals(2, outcomes.size());
  }

  @Test
  void killAtAnyStepLeavesTheOldOrTheNewSite() throws IOException {
    int steps = stepsOf(oldSite(), NEW);
    var outcomes = new HashSet<SortedMap<String, String>>();
    for (Moment moment : Moment.values()) {
      for (int step = 1; step <= steps; step++) {
        Folder folder = oldSite();
        kill(folder, NEW, step, moment);
        recover(folder);
        outcomes.add(folder.snapshot());
        requireOldOrNew(folder, oldSnapshot, newSnapshot);
      }
    }
    assertEquals(2, outcomes.size());
  }

  @Test
  void killAtAnyStepOfTheRecoveryToo() throws IOException {
    int steps = stepsOf(oldSite(), NEW);
    int recoveries = 0;
    for (int step = 1; step <= steps; step += 3) {
      int again = 1;
      while (recoveryIsKilled(step, again)) {
        again++;
        recoveries++;
      }
    }
    assertTrue(recoveries > 100, "too few kills to prove anything: " + recoveries);
  }

  private boolean recoveryIsKilled(int step, int again) throws IOException {
    Folder folder = oldSite();
    kill(folder, NEW, step, Moment.BEFORE);
    boolean killed = false;
    try {
      folder.recover(new KilledOperations(again, Moment.AFTER));
    } catch (Killed e) {
      killed = true;
    }
    recover(folder);
    requireOldOrNew(folder, oldSnapshot, newSnapshot);
    return killed;
  }

  @Test
  void killAfterTheJournalStandsIsCompletedAndReported() throws IOException {
    int steps = stepsOf(oldSite(), NEW);
    var reported = new HashSet<Boolean>();
    for (int step = 1; step <= steps; step++) {
      Folder folder = oldSite();
      kill(folder, NEW, step, Moment.BEFORE);
      boolean hasJournal = Files.exists(folder.path().resolve(".rahnamo/journal"));
      assertEquals(hasJournal, recover(folder), "step " + step);
      reported.add(hasJournal);
    }
    assertEquals(Set.of(true, false), reported);
  }

  @Test
  void nextPublicationAfterAnyKillSucceeds() throws IOException {
    int steps = stepsOf(oldSite(), NEW);
    for (int step = 1; step <= steps; step++) {
      Folder folder = oldSite();
      kill(folder, NEW, step, Moment.AFTER);
      folder.publish(OLD, unkilled());
      assertEquals(oldSnapshot, folder.snapshot(), "step " + step);
      assertEquals("lock manifest", folder.state());
    }
  }

  private static void requireOldOrNew(
      Folder folder, SortedMap<String, String> old, SortedMap<String, String> next)
      throws IOException {
    SortedMap<String, String> found = folder.snapshot();
    if (!found.equals(old)) {
      assertEquals(next, found);
    }
    assertEquals(found.containsKey("index.html") ? "lock manifest" : "lock", folder.state());
    assertFalse(recover(folder), "recovered twice");
    assertEquals(found, folder.snapshot());
  }

  private static void kill(Folder folder, Map<String, String> site, int step, Moment moment)
      throws IOException {
    try {
      folder.publish(site, new KilledOperations(step, moment));
    } catch (Killed e) {
      return;
    }
    throw new AssertionError("not killed at step " + step);
  }

  private static int stepsOf(Folder folder, Map<String, String> site) throws IOException {
    KilledOperations operations = unkilled();
    folder.publish(site, operations);
    assertTrue(operations.count() > 10, "too few steps to prove anything");
    return operations.count();
  }

  private static boolean recover(Folder folder) throws IOException {
    return folder.recover(unkilled());
  }

  private static KilledOperations unkilled() {
    return new KilledOperations(NEVER, Moment.BEFORE);
  }

  private SortedMap<String, String> allOf(Map<String, String> site) throws IOException {
    Folder folder = newFolder();
    for (Map.Entry<String, String> file : site.entrySet()) {
      folder.with(file.getKey(), file.getValue());
    }
    return folder.snapshot();
  }

  private Folder oldSite() throws IOException {
    Folder folder = newFolder();
    folder.publish(OLD, unkilled());
    return folder;
  }

  /** A folder with files of somebody else. */
  private Folder newFolder() throws IOException {
    folders++;
    return new Folder(temp.resolve("output" + folders))
        .with("CNAME", "somebody's")
        .with("tg/foreign.html", "somebody's")
        .with("ru/mixed/foreign/a.html", "somebody's");
  }
}
