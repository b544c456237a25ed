package rahnamo.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.text.Transliteration;

/** Lists the content folder. It never follows a link out of it, and reads no file. */
public final class ContentScanner {

  /**
   * The longest path below the content folder, in UTF-8 bytes: safe for Windows, zips and hosts.
   */
  private static final int MAX_PATH = 180;

  private static final Pattern NAME = Pattern.compile("_?[a-z0-9]+([-.][a-z0-9]+)*");
  private static final Set<String> IGNORED = Set.of("README.md", "Thumbs.db", "desktop.ini");

  private final Path root;
  private final String displayRoot;
  private final Diagnostics diagnostics;
  private final List<ContentFile> articles = new ArrayList<>();
  private final List<ContentFile> data = new ArrayList<>();
  private final List<ContentFile> media = new ArrayList<>();
  private final List<ContentFile> statics = new ArrayList<>();
  private Optional<ContentFile> siteConfig = Optional.empty();

  private ContentScanner(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.displayRoot = root.toString().replace('\\', '/');
    this.diagnostics = diagnostics;
  }

  /** The files of a content folder; what is wrong with their names and kinds is reported. */
  public static ContentTree scan(Path root, Diagnostics diagnostics) throws IOException {
    if (!Files.isDirectory(root)) {
      String name = root.toString().replace('\\', '/');
      diagnostics.report(DiagnosticCode.CONTENT_FOLDER_MISSING, SourceSpan.ofFile(name), name);
      return new ContentTree(Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }
    return new ContentScanner(root, diagnostics).scan();
  }

  private ContentTree scan() throws IOException {
    Files.walkFileTree(
        root, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, new ContentVisitor());
    if (siteConfig.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.SITE_CONFIG_MISSING, SourceSpan.ofFile(displayRoot + "/site.yml"));
    }
    return new ContentTree(
        siteConfig, sorted(articles), sorted(data), sorted(media), sorted(statics));
  }

  private static List<ContentFile> sorted(List<ContentFile> files) {
    return files.stream().sorted(Comparator.comparing(ContentFile::path)).toList();
  }

  private final class ContentVisitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String path = relative(folder);
      boolean isHidden = isHidden(path) && !path.startsWith("static/");
      if (isHidden) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!path.isEmpty() && !path.startsWith("static/")) {
        checkName(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = relative(file);
      if (path.startsWith("static/") || !(isHidden(path) || IGNORED.contains(fileName(path)))) {
        visit(path, file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      diagnostics.report(
          DiagnosticCode.UNREADABLE_FILE, span(relative(file)), SourceReader.reason(problem));
      return FileVisitResult.CONTINUE;
    }
  }

  private void visit(String path, Path file, BasicFileAttributes attributes) {
    if (path.getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
      diagnostics.report(
          DiagnosticCode.PATH_TOO_LONG,
          span(path),
          Integer.toString(path.getBytes(StandardCharsets.UTF_8).length),
          Integer.toString(MAX_PATH));
      return;
    }
    long size = attributes.size();
    if (attributes.isSymbolicLink()) {
      Optional<Long> target = sizeOfTarget(path, file);
      if (target.isEmpty()) {
        return;
      }
      size = target.get();
    }
    classify(new ContentFile(path, file, displayRoot + "/" + path, size));
  }

  /** The size of the file behind a link, or nothing if the link leads nowhere useful. */
  private Optional<Long> sizeOfTarget(String path, Path link) {
    try {
      if (!isFileOfContent(link)) {
        diagnostics.report(
            DiagnosticCode.SYMLINK_OUTSIDE, span(path), Files.readSymbolicLink(link).toString());
        return Optional.empty();
      }
      return Optional.of(Files.size(link));
    } catch (IOException e) {
      diagnostics.report(DiagnosticCode.UNREADABLE_FILE, span(path), SourceReader.reason(e));
      return Optional.empty();
    }
  }

  private boolean isFileOfContent(Path link) throws IOException {
    try {
      Path target = link.toRealPath();
      return target.startsWith(root.toRealPath()) && Files.isRegularFile(target);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void classify(ContentFile file) {
    if (file.path().equals("site.yml")) {
      siteConfig = Optional.of(file);
      return;
    }
    if (file.topFolder().equals("static")) {
      statics.add(file);
      return;
    }
    if (!checkName(file.path())) {
      return;
    }
    switch (file.topFolder()) {
      case "media" -> media.add(file);
      case "data" -> addIf(file.name().endsWith(".yml"), data, file);
      default -> addIf(isArticle(file), articles, file);
    }
  }

  private static boolean isArticle(ContentFile file) {
    return file.name().endsWith(".md") && !file.topFolder().isEmpty();
  }

  private void addIf(boolean isUsed, List<ContentFile> files, ContentFile file) {
    if (isUsed) {
      files.add(file);
    } else {
      diagnostics.report(DiagnosticCode.UNEXPECTED_FILE, span(file.path()), file.name());
    }
  }

  private boolean checkName(String path) {
    String name = fileName(path);
    if (NAME.matcher(name).matches()) {
      return true;
    }
    diagnostics.report(DiagnosticCode.INVALID_FILE_NAME, span(path), name, goodName(name));
    return false;
  }

  private static String goodName(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : "";
    return Transliteration.slug(dot > 0 ? name.substring(0, dot) : name) + extension;
  }

  private static boolean isHidden(String path) {
    return fileName(path).startsWith(".");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private SourceSpan span(String path) {
    return SourceSpan.ofFile(displayRoot + "/" + path);
  }
}
