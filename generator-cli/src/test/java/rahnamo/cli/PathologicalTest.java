package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any article up to 1 MB becomes a page or a clear error in time: {@link HostileTexts}. What grows
 * faster than its text takes minutes at this size; whether the two seconds of the law are kept is
 * for {@link HostileFuzzTest} to say, on a machine that does nothing else.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PathologicalTest {

  private static final int[] SIZES = {HostileArticle.MAX_SIZE, 100_000, 10_000};

  private static final Map<String, IntFunction<String>> TEXTS = HostileTexts.all();

  @TempDir static Path folder;

  private static HostileArticle article;

  static Stream<String> names() {
    return TEXTS.keySet().stream();
  }

  @BeforeAll
  static void warmUp() throws IOException {
    article = new HostileArticle(folder);
    for (IntFunction<String> text : TEXTS.values()) {
      article.build(text.apply(300));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void endsInTimeWithAPageOrAClearError(String name) throws IOException {
    for (int size : SIZES) {
      String text = HostileTexts.named(name).apply(size);
      article.requireLaw(name + ", " + size, text, HostileArticle.LIMIT);
    }
  }

  @Test
  void thereAreManyTexts() {
    assertTrue(TEXTS.size() >= 60, "only " + TEXTS.size());
  }
}
