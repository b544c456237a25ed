package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import rahnamo.publish.OutputFolder;

/** Real builds, killed by the system while they replace one site by another. */
@DisabledIfSystemProperty(
    named = "user.language",
    matches = "tr",
    disabledReason = "the builds are processes of their own, which inherit no locale")
@SuppressWarnings("EnumOrdinal") // a tally by outcome
class BuildKilledTest {

  private static final int KILLS = Integer.getInteger("rahnamo.kills", 200);
  private static final int LANES = 2;
  private static final int PAGES = 40;
  private static final int COPIED = 160;

  @TempDir Path temp;
  private List<Tree> sites;

  /** From which event on a build may be killed, so that each phase gets its share of the kills. */
  private enum Since {
    START,
    STAGING,
    DECISION;

    boolean hasCome(Path output) {
      return switch (this) {
        case START -> true;
        case STAGING -> Files.exists(output.resolve(".rahnamo/stage"));
        case DECISION -> Files.exists(output.resolve(".rahnamo/journal"));
      };
    }
  }

  /** What was left after the kills. */
  private static final class Tally {
    private int old;
    private int renewed;
    private int completed;
    private int discarded;
    private int ended;
    private long[] usual = new long[0];
  }

  @BeforeEach
  void writeSites() throws IOException {
    sites = new ArrayList<>();
    for (int site = 0; site < 2; site++) {
      ContentFolder content = ContentFolder.of(temp.resolve("content-" + site));
      for (int i = 0; i < PAGES; i++) {
        // a third of the articles comes and goes, and so do folders.
        String slug = i % 3 == 0 ? "only-" + site + "-" + i : "article-" + i;
        content.withArticle(slug, "Сайт " + site + ".");
      }
      for (int i = 0; i < COPIED; i++) {
        String folder = i % 4 == 0 ? "only-" + site : "both";
        content.with("static/" + folder + "/file-" + i + ".txt", "site " + site + "\n");
      }
      content.with(site == 0 ? "static/thing" : "static/thing/inside.txt", "site " + site + "\n");
      Path output = temp.resolve("site-" + site);
      assertEquals(new Run(0, "", ""), Run.build(content.path(), output, theme()));
      addForeignFiles(output);
      sites.add(Tree.of(output));
    }
  }

  private static String[] theme() {
    return new String[] {"--templates", Sites.TEST_THEME.toString()};
  }

  private static void addForeignFiles(Path output) throws IOException {
    new ContentFolder(output)
        .with(".htaccess", "mine")
        .with("ru/work/notes.txt", "mine")
        .with("only-0/mine.txt", "mine")
        .with("only-1/mine.txt", "mine")
        .with("photos/deep/cat.jpg", "mine");
  }

  @Test
  void outputIsOneSiteOrTheOtherAfterEveryKill() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(LANES);
    var lanes = new ArrayList<Callable<Tally>>();
    for (int i = 0; i < LANES; i++) {
      int lane = i;
      lanes.add(() -> new Lane(lane).run(KILLS / LANES));
    }
    var report = new TreeMap<String, String>();
    int completed = 0;
    int discarded = 0;
    try {
      for (Future<Tally> lane : pool.invokeAll(lanes)) {
        Tally tally = lane.get();
        completed += tally.completed;
        discarded += tally.discarded;
        report.put(
            "lane " + report.size(),
            String.format(
                Locale.ROOT,
                "old site %d, new site %d; of these %d completed from a journal, %d with a stage"
                    + " thrown away, %d builds had ended; microseconds from start, staging,"
                    + " decision: %s",
                tally.old,
                tally.renewed,
                tally.completed,
                tally.discarded,
                tally.ended,
                Arrays.toString(tally.usual)));
      }
    } finally {
      pool.shutdownNow();
    }
    report.forEach(
        (lane, outcome) -> System.out.println("Killed builds, " + lane + ": " + outcome));
    assertTrue(completed >= KILLS / 20, "too few kills came while files were moved: " + report);
    assertTrue(discarded >= KILLS / 20, "too few kills came while files were staged: " + report);
  }

  /** One output folder that builds are killed over, again and again. */
  private final class Lane {

    private final Random random;
    private final Path output;
    private final Path log;
    private final Tally tally = new Tally();
    private int current;

    Lane(int number) throws IOException {
      random = new Random(20_261_124 + number);
      Path folder = Files.createDirectory(temp.resolve("lane-" + number));
      output = folder.resolve("output");
      log = folder.resolve("log.txt");
      addForeignFiles(output);
      assertEquals(new Run(0, "", ""), Run.build(temp.resolve("content-0"), output, theme()));
    }

    Tally run(int kills) throws Exception {
      tally.usual = usualMicros();
      for (int i = 0; i < kills; i++) {
        Since since = Since.values()[i % Since.values().length];
        kill(since, random.nextLong(tally.usual[since.ordinal()]));
      }
      return tally;
    }

    /** How long a whole build takes from each event on, if nothing else keeps the machine busy. */
    private long[] usualMicros() throws Exception {
      var micros = new long[Since.values().length];
      Arrays.fill(micros, Long.MAX_VALUE);
      for (int run = 0; run < 4; run++) {
        var begin = new long[micros.length];
        Process build = start();
        for (Since since : Since.values()) {
          awaitEvent(since, build);
          begin[since.ordinal()] = System.nanoTime();
        }
        assertEquals(0, build.waitFor(), Files.readString(log));
        long end = System.nanoTime();
        for (int i = 0; i < micros.length; i++) {
          micros[i] = Math.max(1, Math.min(micros[i], (end - begin[i]) / 1000));
        }
        current = 1 - current;
      }
      return micros;
    }

    private Process start() throws IOException {
      var arguments =
          new ArrayList<>(List.of("build", "--quiet", "--no-packs", "--date", Run.DATE));
      arguments.addAll(List.of(theme()));
      arguments.addAll(List.of("--content", temp.resolve("content-" + (1 - current)).toString()));
      arguments.addAll(List.of("--output", output.toString()));
      return Program.in(temp).start(log, log, arguments.toArray(String[]::new));
    }

    private void awaitEvent(Since since, Process build) {
      while (build.isAlive() && !since.hasCome(output)) {
        boolean isNear = since == Since.DECISION && Since.STAGING.hasCome(output);
        LockSupport.parkNanos(isNear ? 50_000 : 1_000_000); // looking costs the build its time
      }
    }

    private void kill(Since since, long micros) throws Exception {
      Process build = start();
      try {
        awaitEvent(since, build);
        TimeUnit.MICROSECONDS.sleep(micros);
      } finally {
        tally.ended += build.isAlive() ? 0 : 1;
        build.destroyForcibly().waitFor();
      }
      boolean hadStage = Files.exists(output.resolve(".rahnamo/stage"));
      recover(hadStage);
    }

    private void recover(boolean hadStage) throws IOException {
      try (OutputFolder folder = OutputFolder.open(output)) {
        tally.completed += folder.recovered() ? 1 : 0;
        tally.discarded += hadStage && !folder.recovered() ? 1 : 0;
      }
      Tree found = Tree.of(output);
      boolean isRenewed = found.equals(sites.get(1 - current));
      if (!isRenewed) {
        sites.get(current).requireEqual(found);
      }
      tally.renewed += isRenewed ? 1 : 0;
      tally.old += isRenewed ? 0 : 1;
      current = isRenewed ? 1 - current : current;
      try (var state = Files.list(output.resolve(".rahnamo"))) {
        assertEquals(
            List.of("lock", "manifest"),
            state.map(file -> file.getFileName().toString()).sorted().toList());
      }
    }
  }
}
