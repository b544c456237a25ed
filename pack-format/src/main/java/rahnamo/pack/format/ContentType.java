package rahnamo.pack.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a file is, by the end of its name, in the words of HTTP. */
public final class ContentType {

  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> TYPES = types();

  private ContentType() {}

  private static Map<String, String> types() {
    String[] pairs = {
      "html", "text/html; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "json", "application/json",
      "webmanifest", "application/manifest+json",
      "xml", "application/xml",
      "txt", "text/plain; charset=utf-8",
      "svg", "image/svg+xml",
      "png", "image/png",
      "jpg", "image/jpeg",
      "jpeg", "image/jpeg",
      "ico", "image/x-icon",
      "mp3", "audio/mpeg",
      "ogg", "audio/ogg",
      "opus", "audio/ogg",
      "m4a", "audio/mp4",
      "pdf", "application/pdf",
      "zip", "application/zip",
      "apk", "application/vnd.android.package-archive"
    };
    Map<String, String> types = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      types.put(pairs[i], pairs[i + 1]);
    }
    return types;
  }

  /** The type of a file; for one of an unknown kind, that of any bytes. */
  public static String of(String fileName) {
    String type = TYPES.get(ending(fileName));
    return type == null ? UNKNOWN : type;
  }

  /** Whether a browser must keep the file rather than open it. */
  public static boolean isDownload(String fileName) {
    return ending(fileName).equals("zip") || ending(fileName).equals("apk");
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
