package rahnamo.apktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachableClassesTest {

  @TempDir private Path folder;

  private Map<String, Path> compile(String... sources) throws IOException {
    for (int i = 0; i < sources.length; i++) {
      String name = sources[i].replaceFirst("(?s).*?class (\\w+).*", "$1");
      Path file = Files.writeString(folder.resolve(name + ".java"), "package a.b; " + sources[i]);
      int exit =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-d",
                  folder.toString(),
                  "-sourcepath",
                  folder.toString(),
                  "-cp",
                  folder.toString(),
                  file.toString());
      assertEquals(0, exit);
    }
    Map<String, Path> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(
              file ->
                  classes.put(
                      folder.relativize(file).toString().replaceFirst("\\.class$", ""), file));
    }
    return classes;
  }

  @Test
  void onlyWhatIsNamedComesAlong() throws Exception {
    Map<String, Path> classes =
        compile(
            "class Unused {}",
            "class Field {}",
            "class Parent { Field field; }",
            "class Text {}",
            "class Start extends Parent { Runnable inner = new Runnable() { public void run() {} };"
                + " String text = \"a/b/Text\"; }");

    assertEquals(
        Set.of("a/b/Start", "a/b/Start$1", "a/b/Parent", "a/b/Field", "a/b/Text"),
        ReachableClasses.from(Set.of("a.b.Start"), classes).keySet());
  }

  @Test
  void standInsForTheSystemsClassesStayOutside() throws Exception {
    Map<String, Path> classes = compile("class Start {}");
    Path start = classes.get("a/b/Start");
    var named = new TreeMap<>(Map.of("android/webkit/Newer", start, "a/b/Start", start));

    assertEquals(
        Set.of("a/b/Start"),
        ReachableClasses.from(Set.of("a.b.Start", "android.webkit.Newer"), named).keySet());
  }

  @Test
  void missingStartIsReported() throws Exception {
    Map<String, Path> classes = compile("class Start {}");

    assertThrows(IOException.class, () -> ReachableClasses.from(Set.of("a.b.Gone"), classes));
  }

  @Test
  void strippingDropsWhatOnlyToolsReadAndKeepsStrings() throws Exception {
    Map<String, Path> classes =
        compile("class Start { java.util.List<String> list; String text = \"InnerClasses\"; }");
    Path file = classes.get("a/b/Start");
    byte[] bytes = ClassFile.read(Path.of(String.valueOf(file))).stripped();
    Files.write(folder.resolve("Stripped.class"), bytes);
    Set<String> texts = ClassFile.read(folder.resolve("Stripped.class")).texts();

    assertFalse(texts.contains("SourceFile"));
    assertFalse(texts.contains("Signature"));
    assertTrue(texts.contains("InnerClasses"));
    assertEquals(Files.size(Path.of(String.valueOf(file))), bytes.length, "there is no constant");
  }

  @Test
  void constantsAreGoneButTheirValuesStay() throws Exception {
    Map<String, Path> classes =
        compile(
            "public class Start { static final int ONE = 1; static final String A = \"a\";"
                + " static final Object B = \"b\"; static int two = 2;"
                + " @Override public String toString() { return A + ONE + B + two; } }");
    byte[] bytes = ClassFile.read(Path.of(String.valueOf(classes.get("a/b/Start")))).stripped();
    Class<?> stripped =
        new ClassLoader() {
          Class<?> define() {
            return defineClass("a.b.Start", bytes, 0, bytes.length);
          }
        }.define();

    assertEquals(
        List.of("B", "two"),
        Arrays.stream(stripped.getDeclaredFields()).map(Field::getName).sorted().toList());
    assertEquals("a1b2", stripped.getConstructor().newInstance().toString());
  }

  @Test
  void whatIsNoClassIsReported() throws Exception {
    Path wrong =
        Files.write(
            folder.resolve("Wrong.class"), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 99, 0});

    assertThrows(IOException.class, () -> ClassFile.read(wrong));
  }
}
