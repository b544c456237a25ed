package rahnamo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts put together by chance from {@link HostileTexts}, and each of those in many sizes. {@code
 * -Dfuzz.seed} and {@code -Dfuzz.texts} choose where to begin and how many to try; a text that
 * breaks the law belongs into {@link HostileTexts}.
 */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFuzzTest {

  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final int TEXTS = Integer.getInteger("fuzz.texts", 500);

  private static final List<IntFunction<String>> PARTS = List.copyOf(HostileTexts.all().values());

  @TempDir static Path folder;

  static Stream<Long> seeds() {
    return IntStream.range(0, TEXTS).mapToObj(i -> SEED + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mixtureEndsInTime(long seed) throws IOException {
    new HostileArticle(folder)
        .requireLaw("seed " + seed, mixture(new Random(seed)), HostileArticle.LAW);
  }

  static Stream<String> names() {
    return HostileTexts.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySizeEndsInTime(String name) throws IOException {
    var article = new HostileArticle(folder);
    IntFunction<String> text = HostileTexts.named(name);
    for (int size = 2000; size < HostileArticle.MAX_SIZE; size = size * 3 / 2) {
      article.requireLaw(name + ", " + size, text.apply(size), HostileArticle.LAW);
    }
  }

  /** Pieces side by side, inside one another or cut where they meet. */
  private static String mixture(Random random) {
    int size = 1000 << random.nextInt(11);
    var pieces = new ArrayList<String>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String piece = PARTS.get(random.nextInt(PARTS.size())).apply(size / count);
      int from = random.nextInt(piece.length());
      pieces.add(random.nextBoolean() ? piece : piece.substring(from));
    }
    return switch (random.nextInt(4)) {
      case 0 -> String.join("", pieces);
      case 1 -> String.join("\n\n", pieces);
      case 2 -> alternating(pieces, 1 + random.nextInt(40));
      default -> inserted(pieces, random);
    };
  }

  private static String alternating(List<String> pieces, int step) {
    var text = new StringBuilder();
    int longest = pieces.stream().mapToInt(String::length).max().orElse(0);
    for (int from = 0; from < longest; from += step) {
      for (String piece : pieces) {
        text.append(piece, Math.min(from, piece.length()), Math.min(from + step, piece.length()));
      }
    }
    return text.toString();
  }

  private static String inserted(List<String> pieces, Random random) {
    var text = new StringBuilder(pieces.get(0));
    for (String piece : pieces) {
      for (int from = 0; from < piece.length(); from += 1 + piece.length() / 20) {
        int to = Math.min(piece.length(), from + 1 + piece.length() / 20);
        text.insert(random.nextInt(text.length()), piece, from, to);
      }
    }
    return text.toString();
  }
}
