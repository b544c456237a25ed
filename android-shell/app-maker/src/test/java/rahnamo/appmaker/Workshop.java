package rahnamo.appmaker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An editor's folder with a small site, and the program that works on it in a process of its own.
 *
 * @param folder the folder
 */
record Workshop(Path folder) {

  static final String DAY = "2026-03-01";

  private static final Map<String, String> PASSPHRASES =
      Map.of(
          "RAHNAMO_PASSPHRASE", "five words for packs here",
          "RAHNAMO_ROOT_PASSPHRASE", "five words for roots here",
          "RAHNAMO_APP_PASSPHRASE", "five words for apps here");

  /** What a program said, and with which code it ended. */
  record Said(int exitCode, String out, String err) {

    Said requireDone() {
      assertEquals(0, exitCode, err);
      return this;
    }
  }

  /** A site in two languages with an icon, keys, packs, and the first app. */
  static Workshop make(Path folder) throws Exception {
    var workshop = new Workshop(folder);
    workshop.writeSite();
    workshop.run("keys", "init", "--date", DAY).requireDone();
    workshop.apk("--new-key", "--pack", workshop.pack().toString()).requireDone();
    return workshop;
  }

  /** A site in two languages with an icon. */
  void writeSite() throws IOException {
    write(
        "content/site.yml",
        """
        title: {ru: Помощь, tg: Ёрӣ}
        base-url: https://example.org/
        languages: [tg, ru]
        source-language: ru
        sections: [work]
        packs: {name: help}
        app:
          id: org.example.help
          name: {tg: Роҳнамо, ru: Справочник}
          icon: media/icon.svg
          colour: "#1B5E20"
        """);
    for (String language : List.of("tg", "ru")) {
      write("content/" + language + "/work/patent.md", "---\ntitle: Патент\n---\n\nМатн.\n");
    }
    write(
        "content/media/icon.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M1 1h7v7z\"/></svg>");
  }

  /** The same once more, to be changed: to make keys takes long. */
  Workshop copyTo(Path other) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        Path copy = other.resolve(folder.relativize(path).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(path, copy);
        }
      }
    }
    return new Workshop(other);
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Builds the site with its packs, and gives that of all languages. */
  Path pack(String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("build", "--date", DAY));
    arguments.addAll(List.of(more));
    run(arguments.toArray(String[]::new)).requireDone();
    return builtPack();
  }

  Path builtPack() throws IOException {
    return builtPack("help-all-");
  }

  Path builtPack(String start) throws IOException {
    try (Stream<Path> packs = Files.list(folder.resolve("site-output/packs"))) {
      return packs
          .filter(pack -> pack.getFileName().toString().startsWith(start))
          .filter(pack -> pack.getFileName().toString().endsWith(".zip"))
          .findFirst()
          .orElseThrow();
    }
  }

  Path app() {
    return folder.resolve("app/help-20260301.apk");
  }

  Said apk(String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("apk", "--date", DAY, "--ui-lang", "en"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  Said run(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath(),
                "rahnamo.cli.Main"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().remove("SOURCE_DATE_EPOCH");
      builder.environment().putAll(PASSPHRASES);
      int exitCode =
          builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      return new Said(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
