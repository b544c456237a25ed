package rahnamo.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A site with something of everything, for tests that compare builds with one another. */
final class SampleSite {

  private static final List<String> LANGUAGES = List.of("tg", "ru", "uz");
  private static final List<String> SECTIONS = List.of("work", "rights", "life");
  private static final int ARTICLES = 6;

  private SampleSite() {}

  static ContentFolder write(Path path) throws IOException {
    var content = new ContentFolder(path);
    content.with(
        "site.yml",
        """
        title: {tg: Роҳнамо, ru: Путеводитель, uz: Yoʻlboshchi}
        description: {ru: Всё в одном месте}
        base-url: https://example.org/guide/
        languages: [tg, ru, uz, uz-Cyrl]
        source-language: ru
        fallback: {tg: [ru], uz: [ru], uz-Cyrl: [uz, ru]}
        sections: [work, rights, life]
        page-size: 4
        emergency: [emergency-112]
        """);
    content.with(
        "data/contacts.yml",
        """
        - id: emergency-112
          kind: emergency
          name: {ru: Помощь, uz: Yordam}
          phones: ["112"]
          source: {title: МЧС, url: "https://example.org/112", date: 2026-11-01}
        - id: lawyers
          kind: lawyer
          name: {ru: Юристы, tg: Ҳуқуқшиносон}
          phones: ["+7 495 123-45-67"]
          regions: [moscow]
          languages: [ru, tg, uz]
          source: {title: Сайт, url: "https://example.org/lawyers"}
        """);
    for (String language : LANGUAGES) {
      writeTexts(content, language);
    }
    content.with(
        "ru/alerts/danger.md",
        "---\n"
            + "title: Опасно\n"
            + "severity: danger\n"
            + "starts: 2026-11-01\n"
            + "expires: 2026-12-01\n"
            + "---\n"
            + "Текст.\n");
    content.with("static/CNAME", "example.org\n");
    content.with(
        "media/card.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">"
            + "<rect width=\"40\" height=\"20\"/></svg>\n");
    writePicture(path.resolve("media/photo.png"), "png");
    writePicture(path.resolve("media/photo.jpg"), "jpg");
    return content;
  }

  private static void writeTexts(ContentFolder content, String language) throws IOException {
    content.with(language + "/about.md", "---\ntitle: О нас / Biz haqimizda\n---\nМатн matn.\n");
    for (String section : SECTIONS) {
      content.with(
          language + "/" + section + "/_index.md", "---\ntitle: " + section + " I ı İ i\n---\n");
      for (int i = 0; i < ARTICLES; i++) {
        if (language.equals("ru") || i != LANGUAGES.indexOf(language)) { // one is not translated
          content.with(
              language + "/" + section + "/article-" + i + ".md", article(language, section, i));
        }
      }
    }
  }

  private static String article(String language, String section, int number) {
    String title =
        switch (language) {
          case "tg" -> List.of("Ғизо", "Ҷой", "Қонун", "Ӯҳда", "Ҳуқуқ", "Имтиҳон").get(number);
          case "uz" ->
              List.of("Oʻqish", "Gʻamxoʻrlik", "Shahar", "Choy", "Ish", "Ijara").get(number);
          default -> List.of("Ёлка", "Единое окно", "Яблоко", "Жильё", "Щит", "Икра").get(number);
        };
    return String.format(
        Locale.ROOT,
        """
        ---
        title: %s
        summary: Кратко о %d
        order: %d
        tags: [закон, Tag-%d]
        published: 2026-0%d-01
        aliases: ["%s/old-%d"]
        ---
        ## Раз

        ![Карта](../../media/card.svg) ![Фото](../../media/photo.jpg)

        | A | B |
        |---|--:|
        | 1 | 2 |

        ::: contact lawyers

        ::: phone 112

        [Дальше](article-0.md#two) и сноска[^1].

        ## Два {#two}

        [^1]: Сноска.
        """,
        title,
        number,
        number % 3,
        number % 2,
        number + 1,
        section,
        number);
  }

  private static void writePicture(Path file, String format) throws IOException {
    var picture = new BufferedImage(1200, 40, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        picture.setRGB(x, y, (x * 7919 + y * 104_729) * 31);
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, format, file.toFile());
  }

  /** Copies a folder, the last file first. */
  static void copyBackwards(Path from, Path to) throws IOException {
    var files = new ArrayList<>(Tree.paths(from));
    Collections.reverse(files);
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }
}
