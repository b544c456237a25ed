package rahnamo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between packages and the owners of libraries; only an ADR changes them. */
class ArchitectureTest {

  /** A package may use what stands before it, never what stands after it. */
  private static final List<String> PACKAGES_IN_ORDER =
      List.of(
          "diagnostic",
          "text",
          "config",
          "source",
          "parse",
          "site",
          "render",
          "index",
          "pack",
          "publish",
          "pipeline",
          "check",
          "serve",
          "share",
          "apk",
          "cli");

  private static final Map<String, Set<String>> OWNERS_OF_LIBRARIES =
      Map.ofEntries(
          Map.entry("com.vladsch.flexmark", Set.of("parse")),
          Map.entry("org.nibor.autolink", Set.of("parse")),
          Map.entry("freemarker", Set.of("render")),
          Map.entry("org.jsoup", Set.of("render")),
          Map.entry("org.snakeyaml", Set.of("config", "parse")),
          Map.entry("com.fasterxml.jackson", Set.of("index")),
          Map.entry("com.jcraft", Set.of("render", "pack")),
          Map.entry("org.apache.commons.compress", Set.of("pack")),
          Map.entry("org.bouncycastle", Set.of("pack")),
          Map.entry("io.nayuki", Set.of("share")),
          Map.entry("picocli", Set.of("cli")));

  private static final String PACK_FORMAT = "rahnamo.pack.format";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("rahnamo");

  @Test
  void packageUsesOnlyWhatStandsBeforeIt() {
    List<String> wrong =
        CLASSES.stream()
            .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
            .filter(use -> isOurs(use.getTargetClass()))
            .filter(use -> rank(use.getTargetClass()) > rank(use.getOriginClass()))
            .map(use -> use.getDescription())
            .toList();

    assertNone("a package uses one that stands after it", wrong);
  }

  @Test
  void packageDoesNotUseThoseInsideIt() {
    List<String> wrong =
        CLASSES.stream()
            .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
            .filter(use -> !use.getOriginClass().getPackageName().equals("rahnamo"))
            .filter(use -> !use.getTargetClass().getPackageName().equals(PACK_FORMAT))
            .filter(
                use ->
                    use.getTargetClass()
                        .getPackageName()
                        .startsWith(use.getOriginClass().getPackageName() + "."))
            .map(use -> use.getDescription())
            .toList();

    assertNone("a package uses one inside it", wrong);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (!type.getPackageName().equals(PACK_FORMAT) && rank(type) < 0) {
        unknown.add(type.getPackageName());
      }
    }

    assertEquals(Set.of(), unknown);
  }

  @Test
  void libraryIsUsedByItsOwnerOnly() {
    OWNERS_OF_LIBRARIES.forEach(
        (library, owners) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(packagePatterns(owners))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(CLASSES));
  }

  @Test
  void everyLibraryHasAnOwner() {
    Set<String> without = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (var use : from.getDirectDependenciesFromSelf()) {
        JavaClass target = use.getTargetClass().getBaseComponentType();
        if (!isOurs(target) && !isOfThePlatform(target) && !isOwnedLibrary(target)) {
          without.add(target.getName());
        }
      }
    }

    assertEquals(Set.of(), without);
  }

  @Test
  void libraryTypesStayOutOfSignaturesThatOthersSee() {
    List<String> leaks = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      if (isSeenByOthers(type)) {
        typesInSignatures(type)
            .filter(ArchitectureTest::isOwnedLibrary)
            .forEach(leak -> leaks.add(type.getName() + " shows " + leak.getName()));
      }
    }

    assertNone("a public signature shows a library's type", leaks);
  }

  @Test
  void packFormatUsesNothingButThePlatform() {
    noClasses()
        .that()
        .resideInAPackage(PACK_FORMAT + "..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(PACK_FORMAT + "..", "java..")
        .check(CLASSES);
  }

  @Test
  void nothingIsRememberedInStaticFields() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Data|Info|Impl)")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> without =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
              .sorted()
              .toList();

      assertEquals(List.of(), without);
    }
  }

  private static boolean isOurs(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.equals("rahnamo") || name.startsWith("rahnamo.");
  }

  private static boolean isOfThePlatform(JavaClass type) {
    String name = type.getPackageName();
    return type.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.equals("com.sun.net.httpserver")
        || name.equals("org.jspecify.annotations");
  }

  private static boolean isOwnedLibrary(JavaClass type) {
    return OWNERS_OF_LIBRARIES.keySet().stream()
        .anyMatch(library -> (type.getPackageName() + ".").startsWith(library + "."));
  }

  private static int rank(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith(PACK_FORMAT)
        ? -1
        : PACKAGES_IN_ORDER.indexOf((name + "..").split("\\.", -1)[1]);
  }

  private static String[] packagePatterns(Set<String> owners) {
    return owners.stream().map(owner -> "rahnamo." + owner + "..").toArray(String[]::new);
  }

  /**
   * Nobody stands after {@code cli}, so its public types, which picocli asks for, cross no border.
   */
  private static boolean isSeenByOthers(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getPackageName().startsWith("rahnamo.cli");
  }

  private static Stream<JavaClass> typesInSignatures(JavaClass type) {
    Stream<JavaType> supertypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> fieldTypes =
        type.getFields().stream().filter(ArchitectureTest::isOpen).map(JavaField::getType);
    Stream<JavaType> callTypes =
        type.getCodeUnits().stream()
            .filter(ArchitectureTest::isOpen)
            .flatMap(ArchitectureTest::typesOfCall);
    return Stream.of(supertypes, fieldTypes, callTypes)
        .flatMap(types -> types)
        .flatMap(seen -> seen.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaType> typesOfCall(JavaCodeUnit call) {
    return Stream.concat(call.getParameterTypes().stream(), Stream.of(call.getReturnType()));
  }

  private static boolean isOpen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static void assertNone(String rule, List<String> wrong) {
    assertTrue(
        wrong.isEmpty(), () -> rule + ":\n" + wrong.stream().sorted().collect(joining("\n")));
  }
}
