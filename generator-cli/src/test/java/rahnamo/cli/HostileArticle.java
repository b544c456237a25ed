package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The law for one text: built as an article in two alphabets, it becomes pages or a clear error
 * within two seconds.
 */
final class HostileArticle {

  /** The largest body that fits a file of 1 MB with its front matter. */
  static final int MAX_SIZE = 1024 * 1024 - 64;

  /** What a build may take on a quiet machine. */
  static final Duration LAW = Duration.ofSeconds(2);

  /** The same beside other work, which makes even the processors' time twice as long. */
  static final Duration LIMIT = LAW.multipliedBy(2);

  private static final Pattern FIRST_LINE =
      Pattern.compile("content/uz/work/a\\.md:\\d+:\\d+: (?:error|warning): .+ \\[[a-z0-9-]+]");

  private final Path folder;
  private final ContentFolder content;

  HostileArticle(Path folder) throws IOException {
    this.folder = folder;
    this.content = new ContentFolder(folder.resolve("content"));
    content.with(
        "site.yml",
        """
        title: {uz: Sayt}
        base-url: https://example.org/
        languages: [uz, uz-Cyrl]
        source-language: uz
        sections: [work]
        """);
  }

  /** Builds a site of this text; the longest part of it that fits a file is taken. */
  Run build(String body) throws IOException {
    content.with("uz/work/a.md", "---\ntitle: Maqola\n---\n" + fitting(body));
    return Run.build(
            folder.resolve("content"),
            folder.resolve("output"),
            "--templates",
            Sites.TEST_THEME.toString())
        .seenFrom(folder);
  }

  /** Builds and demands what the law promises; gives the time that the build took. */
  Duration requireLaw(String name, String body, Duration limit) throws IOException {
    long clock = System.nanoTime();
    long processors = processorTime();
    Run run = build(body);
    Duration took =
        Duration.ofNanos(Math.min(System.nanoTime() - clock, processorTime() - processors));

    assertTrue(run.exitCode() == 0 || run.exitCode() == 1, name + ": " + run.err());
    if (run.exitCode() == 1) {
      String first = run.err().lines().findFirst().orElse("");
      assertTrue(FIRST_LINE.matcher(first).matches(), name + ": " + first);
      assertTrue(run.err().contains("\n  help: "), name + ": " + first);
    }
    assertTrue(took.compareTo(limit) <= 0, name + " took " + took);
    return took;
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static String fitting(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8); // half a pair becomes a question mark
    int end = Math.min(MAX_SIZE, bytes.length);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) { // not inside a character
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
