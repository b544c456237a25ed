package rahnamo.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real program, killed by the system at random moments. */
@Tag("slow")
final class PublishKilledIT {

  private static final int KILLS = Integer.getInteger("rahnamo.kills", 200);

  @TempDir Path temp;

  @Test
  void siteIsWholeAfterEachOfManyKills() throws Exception {
    var output = new Folder(temp.resolve("output"));
    output.publish(PublishingProgram.edition(0));
    long longestRun = microsForThreeEditions();
    var random = new Random(20_240_229);
    int recovered = 0;
    int edition = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(random.nextLong(longestRun), output, edition + 1);
      // Every other time the next program recovers, and may be killed while it does.
      if (kill % 2 == 1) {
        recovered += output.recover() ? 1 : 0;
        int found = Integer.parseInt(output.snapshot().get("index.html"));
        assertTrue(found >= edition, "an older edition came back");
        requireWhole(output, found);
        edition = found;
      }
    }
    assertTrue(edition > KILLS / 10, "too few publications to prove anything: " + edition);
    assertTrue(recovered > 0, "no kill came on the way");
  }

  private long microsForThreeEditions() throws Exception {
    Process program = PublishingProgram.publishForever(temp.resolve("trial"), 1);
    try (var out = program.inputReader()) {
      assertEquals("ready", out.readLine());
      long start = System.nanoTime();
      assertEquals("123", out.readLine() + out.readLine() + out.readLine());
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private static void killAfter(long micros, Folder output, int edition) throws Exception {
    Process program = PublishingProgram.publishForever(output.path(), edition);
    try (var out = program.inputReader()) {
      assertEquals("ready", out.readLine());
      TimeUnit.MICROSECONDS.sleep(micros);
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private static void requireWhole(Folder output, int edition) throws IOException {
    SortedMap<String, String> found = output.snapshot();
    found.values().removeIf("/"::equals);
    assertEquals(PublishingProgram.edition(edition), found);
    assertEquals("lock manifest", output.state());
  }
}
