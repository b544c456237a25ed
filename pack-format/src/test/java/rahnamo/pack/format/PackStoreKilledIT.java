package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A real program that installs packs and delta packs, killed by the system at random moments.
 * {@code -Dkills} says how often.
 */
@Tag("slow")
class PackStoreKilledIT extends StoreTest {

  private static final int KILLS = Integer.getInteger("kills", 200);
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  /** As many as are installed before the first ones come again. */
  private static final int EDITIONS = 40;

  private final List<TestPack> editions = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  @BeforeEach
  void writePacks() throws Exception {
    var noise = new byte[400_000];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < EDITIONS; i++) {
      editions.add(edition(i + 1).with("media/sound.bin", noise));
      // Every other one comes as a delta pack.
      TestPack pack =
          i % 2 == 0
              ? editions.get(i)
              : TestDelta.pack(publisher, editions.get(i - 1), editions.get(i));
      files.add(pack.write(temp.resolve(i + ".zip")));
    }
  }

  @Test
  void storeIsWholeAfterEachOfManyKills() throws Exception {
    long longestRun = microsForThree();
    var random = new Random(20_261_125);
    int installed = 0;
    int total = 0;
    int unfinished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      if (installed > EDITIONS - 5) {
        open().deleteAll();
        installed = 0;
      }
      int before = installed + killAfter(random.nextLong(longestRun), installed);
      unfinished += names().stream().anyMatch(name -> !name.matches("state|.*zip")) ? 1 : 0;
      var store = open();
      int found = store.hasCurrent() ? (int) store.current().report().manifest().sequence() : 0;
      // The program may have been killed before it could say what it had just done.
      assertTrue(found == before || found == before + 1, before + " before, now " + found);
      assertEquals(List.of(), store.findings());
      if (found > 0) {
        assertCurrent(editions.get(found - 1), store);
      }
      if (found > 1) {
        assertPack(editions.get(found - 2), store.previous());
      }
      total += found - installed;
      installed = found;
    }
    assertTrue(total > KILLS / 4, "too few installations to prove anything: " + total);
    assertTrue(unfinished > KILLS / 10, "too few kills on the way: " + unfinished);
  }

  private long microsForThree() throws Exception {
    Process program = StoreProgram.install(QUICK_START, temp.resolve("trial"), files.subList(0, 3));
    try (var out = program.inputReader()) {
      assertEquals("ready", out.readLine());
      long start = System.nanoTime();
      for (int i = 0; i < 3; i++) {
        assertEquals("installed", out.readLine());
      }
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  /** How many installations the program reported. */
  private int killAfter(long micros, int installed) throws Exception {
    Process program =
        StoreProgram.install(QUICK_START, folder(), files.subList(installed, EDITIONS));
    try (var out = program.inputReader()) {
      assertEquals("ready", out.readLine());
      TimeUnit.MICROSECONDS.sleep(micros);
      // The process itself would close its output too, unread.
      program.toHandle().destroyForcibly();
      int reported = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        assertEquals("installed", line);
        reported++;
      }
      return reported;
    } finally {
      program.destroyForcibly().waitFor();
    }
  }
}
