package rahnamo.app.share;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Megabytes;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.ContentType;
import rahnamo.pack.format.EntryName;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.PackFileName;
import rahnamo.pack.format.PackManifest;

/**
 * Exactly what is given away: the pages of one pack, the pack itself, the app, and a page that
 * leads to them. Safe for several threads.
 */
public final class ServedFiles {

  /** What the app is called on the other phone. */
  public static final String APP_NAME = "rahnamo.apk";

  private static final String SITE = "/site/";
  private static final String HTML = "text/html; charset=utf-8";

  /** Readers first; English for whoever helps them. */
  private static final List<AppLanguage> LANGUAGES =
      Collections.unmodifiableList(
          Arrays.asList(AppLanguage.TG, AppLanguage.RU, AppLanguage.UZ, AppLanguage.EN));

  private final PackFile pack;
  private final String packPath;
  private final File packFile;
  private final File app;
  private final ServedFile startPage;

  /**
   * @param pack stays open as long as it is served
   * @param packFile the same pack on the disk
   * @param app the installed app on the disk
   */
  public ServedFiles(PackFile pack, PackManifest manifest, File packFile, File app) {
    this.pack = pack;
    this.packPath = "/" + PackFileName.of(manifest);
    this.packFile = packFile;
    this.app = app;
    this.startPage = new ServedBytes(HTML, startPage());
  }

  /** The file at a path, or one of no length and status of its own if there is none. */
  Found find(String path) {
    if (path.equals("/")) {
      return Found.of(startPage);
    }
    if (path.equals(packPath)) {
      return Found.of(new OnDisk(packFile, "application/zip"));
    }
    if (path.equals("/" + APP_NAME)) {
      return Found.of(new OnDisk(app, ContentType.of(APP_NAME)));
    }
    if (path.startsWith(SITE)) {
      String name = path.substring(SITE.length());
      String file = name.isEmpty() || name.endsWith("/") ? name + "index.html" : name;
      if (EntryName.isValid(file) && pack.contains(file)) {
        return Found.of(new InPack(pack, file));
      }
    }
    return Found.nothing();
  }

  /** A file, or the fact that there is none. */
  static final class Found {

    private static final Found NOTHING =
        new Found(new ServedBytes("text/plain; charset=utf-8", "there is no such page\n"), false);

    private final ServedFile file;
    private final boolean isThere;

    private Found(ServedFile file, boolean isThere) {
      this.file = file;
      this.isThere = isThere;
    }

    static Found of(ServedFile file) {
      return new Found(file, true);
    }

    static Found nothing() {
      return NOTHING;
    }

    boolean isThere() {
      return isThere;
    }

    ServedFile file() {
      return file;
    }
  }

  private String startPage() {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html><html lang=\"tg\"><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.append("<title>Rahnamo</title>");
    for (AppLanguage language : LANGUAGES) {
      Texts texts = Texts.of(language);
      html.append("<div lang=\"").append(language.code()).append("\"><h2>");
      html.append(language.ownName()).append("</h2>");
      String start = "site/" + language.code() + "/index.html";
      boolean hasLanguage = pack.contains(start.substring("site/".length()));
      link(html, hasLanguage ? start : "site/index.html", texts.get(Text.SERVED_READ));
      String packSize = Megabytes.of(packFile.length());
      link(html, packPath.substring(1), texts.get(Text.SERVED_PACK, packSize));
      link(html, APP_NAME, texts.get(Text.SERVED_APP, Megabytes.of(app.length())));
      html.append("<p>").append(texts.get(Text.SERVED_APP_HOW)).append("</div>");
    }
    return html.append("</html>\n").toString();
  }

  private static void link(StringBuilder html, String address, String words) {
    html.append("<p><a href=\"").append(address).append("\">").append(words).append("</a>");
  }

  private static final class OnDisk implements ServedFile {

    private final File file;
    private final String contentType;

    OnDisk(File file, String contentType) {
      this.file = file;
      this.contentType = contentType;
    }

    @Override
    public String contentType() {
      return contentType;
    }

    @Override
    public long length() {
      return file.length();
    }

    @Override
    public InputStream open() throws IOException {
      return new FileInputStream(file);
    }
  }

  private static final class InPack implements ServedFile {

    private final PackFile pack;
    private final String name;

    InPack(PackFile pack, String name) {
      this.pack = pack;
      this.name = name;
    }

    @Override
    public String contentType() {
      return ContentType.of(name);
    }

    @Override
    public long length() {
      return pack.size(name);
    }

    @Override
    public InputStream open() throws IOException {
      try {
        return pack.read(name);
      } catch (InvalidPackException e) {
        throw new IOException("damaged: " + name, e);
      }
    }
  }
}
