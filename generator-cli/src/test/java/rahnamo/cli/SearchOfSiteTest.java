package rahnamo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be found of an article: the words that readers see, and no markup. */
class SearchOfSiteTest {

  @TempDir private Path temp;

  @BeforeEach
  void build() throws IOException {
    ContentFolder content =
        ContentFolder.of(temp.resolve("content"))
            .withArticle(
                "patent",
                """
                ## Первые шаги {#now}

                Возьмите **паспорт**{.quiet} и [заявление](patent.md#now){lang=ru}.

                | Срок | Пошлина |
                | --- | --- |
                | месяц | деньги |

                <div><!-- тайна -->Совет друга</div>
                """);
    Run run = Run.build(content.path(), temp.resolve("site"));
    assertEquals(new Run(0, "", ""), run);
  }

  private String search(String query) {
    String index = temp.resolve("site").toString();
    return Run.of("search", query, "--lang", "ru", "--index", index, "--ui-lang", "en").out();
  }

  @Test
  void passageHoldsWordsWithoutMarkup() {
    assertEquals(
        """
        паспорт: 1 found

        1. patent – work
           work/patent
           Первые шаги Возьмите паспорт и заявление. Срок Пошлина месяц деньги Совет друга
        """,
        search("паспорт").replaceAll("patent – .*", "patent – work"));
  }

  @Test
  void markupIsNotFound() {
    for (String markup : new String[] {"now", "quiet", "lang", "тайна", "div"}) {
      assertTrue(search(markup).startsWith(markup + ": 0 found"), search(markup));
    }
  }
}
