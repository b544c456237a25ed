package rahnamo.text.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rahnamo.text.Language;

/** The two analyzers, in Java and in the browser, agree letter for letter. */
@Tag("browser")
class AnalysisTwinTest {

  private static final String LETTERS =
      "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюяўщыьАҒӢҚӮҲҶЁЎabdefghijklmnopqrstuvxyzABCXYZ";
  private static final String AWKWARD =
      "0123456789 -\u2010\u2011–/.+()'`ʻʼ‘’\u0301\u00AD\u200D\u0000\uD83D\uDE00\u0130ßÇşĀᾳİא№\"\\\n\t\u0483Ӏӂ";
  private static final String[] ENDINGS = {
    "ҳояшонро",
    "аанду",
    "ониаш",
    "ларимиз",
    "larimizning",
    "masmikan",
    "dagilar",
    "остями",
    "ившись",
    "ейшими",
    "нный",
    "ует",
    "igida",
    "ganlardan"
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theyAgreeOnTheTextsOfTheSite(Language language) throws Exception {
    List<String> texts = siteTexts();
    assertTrue(texts.stream().mapToInt(text -> text.split(" ").length).sum() > 10_000);

    assertAgree(language, texts);
  }

  @ParameterizedTest
  @EnumSource
  void theyAgreeOnWordsThatNobodyWrites(Language language) throws Exception {
    var random = new Random(20260301);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      texts.add(word(random) + ENDINGS[random.nextInt(ENDINGS.length)]);
      texts.add(nonsense(random));
    }

    assertAgree(language, texts);
  }

  private void assertAgree(Language language, List<String> texts) throws Exception {
    List<String> answers = BrowserTwin.describe(language, texts, folder);
    assertEquals(texts.size(), answers.size());
    Analyzer analyzer = Analyzer.of(language);
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      assertEquals(answers.get(i), BrowserTwin.describe(analyzer, text), () -> "of `" + text + "`");
    }
  }

  private static List<String> siteTexts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../content"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(texts::add);
      }
    }
    return texts;
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int n = random.nextInt(8); n >= 0; n--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static String nonsense(Random random) {
    var text = new StringBuilder();
    for (int n = random.nextInt(20); n >= 0; n--) {
      String from = random.nextInt(3) == 0 ? LETTERS : AWKWARD;
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }
}
