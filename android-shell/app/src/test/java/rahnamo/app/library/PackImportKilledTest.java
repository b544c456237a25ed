package rahnamo.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.pack.format.PackDate;
import rahnamo.pack.format.PackSource;
import rahnamo.pack.format.PackStore;
import rahnamo.pack.format.PackVerifier;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.TrustAnchor;
import rahnamo.pack.format.TrustState;

/**
 * The process of the app, killed by the system in the middle of an import. {@code -Dkills} says how
 * often at moments that nobody chose.
 */
class PackImportKilledTest {

  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final int SIZE = 600_000;

  @TempDir private Path folder;

  private final List<Path> packs = new ArrayList<>();

  @BeforeEach
  void writePacks() throws IOException {
    for (int i = 1; i <= 3; i++) {
      var pack = SamplePack.numbered(i);
      var noise = new byte[SIZE / 20];
      var random = new Random(i);
      for (int file = 0; file < 20; file++) {
        random.nextBytes(noise);
        pack.with("media/noise-" + file + ".bin", noise.clone());
      }
      packs.add(folder.resolve(i + ".zip"));
      pack.writeTo(packs.get(i - 1));
    }
  }

  private File store() {
    return folder.resolve("store").toFile();
  }

  /** The same document once more, and where the app began to read it. */
  private static final class Source implements PackSource {

    private final PackSource file;
    private final List<Long> starts = new ArrayList<>();

    Source(Path file) {
      this.file = SamplePack.source(file.toFile());
    }

    @Override
    public String key() {
      return file.key();
    }

    @Override
    public long length() {
      return file.length();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      starts.add(offset);
      return file.open(offset);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 48, 55, 74})
  void killedOnTheWayTheOldPackIsThereAndTheNewOneGoesOn(int percent) throws Exception {
    new PackImport(ImportProgram.open(store()), SamplePack.source(packs.get(0).toFile()), false)
        .run();
    killAt(percent);

    PackStore store = ImportProgram.open(store());
    assertWhole(1, store);
    var source = new Source(packs.get(1));
    var again = new PackImport(store, source, false);
    again.run();
    assertEquals(PackImport.Stage.DONE, again.stage(), again.findings().toString());
    assertWhole(2, store);
    long fetched = Math.min(50, percent) * Files.size(packs.get(1)) / 50;
    assertTrue(source.starts.get(0) >= fetched - (1 << 16), percent + " %: " + source.starts);
  }

  private void killAt(int percent) throws Exception {
    Process program = ImportProgram.start(true, store().toPath(), packs.subList(1, 2));
    try (var out = program.inputReader();
        var in = program.outputWriter()) {
      assertEquals("ready", out.readLine());
      while (Integer.parseInt(out.readLine()) < percent) {
        in.write("go on\n");
        in.flush();
      }
      program.toHandle().destroyForcibly();
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  @Test
  void killedAtAnyMomentTheOldOrTheNewPackIsThere() throws Exception {
    var random = new Random(20_261_125);
    for (int kill = 0; kill < KILLS; kill++) {
      Process program = ImportProgram.start(false, store().toPath(), packs);
      int reported = 0;
      try (var out = program.inputReader()) {
        assertEquals("ready", out.readLine());
        TimeUnit.MICROSECONDS.sleep(random.nextInt(250_000));
        program.toHandle().destroyForcibly();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          reported += line.equals("installed") ? 1 : 0;
        }
      } finally {
        program.destroyForcibly().waitFor();
      }
      PackStore store = ImportProgram.open(store());
      assertEquals(List.of(), store.findings());
      if (store.hasCurrent()) {
        long found = store.current().report().manifest().sequence();
        assertTrue(found == reported || found == reported + 1, reported + " reported: " + found);
        assertWhole(found, store);
      } else {
        assertEquals(0, reported);
      }
      store.deleteAll();
    }
  }

  private static void assertWhole(long sequence, PackStore store) throws IOException {
    assertEquals(sequence, store.current().report().manifest().sequence());
    var verifier = new PackVerifier(TrustAnchor.none(), PackDate.parse("2026-04-01"));
    var report = verifier.verify(store.current().file(), Progress.IGNORED);
    assertEquals(TrustState.UNSIGNED, report.state(), report.toString());
  }
}
