package rahnamo.share;

import java.util.Locale;
import java.util.Map;

/** What a file is, by the end of its name. */
final class ContentType {

  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("xml", "application/xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"),
          Map.entry("apk", "application/vnd.android.package-archive"));

  private ContentType() {}

  static String of(String fileName) {
    return TYPES.getOrDefault(ending(fileName), UNKNOWN);
  }

  /** Whether a browser must keep the file rather than open it. */
  static boolean isDownload(String fileName) {
    return ending(fileName).equals("zip") || ending(fileName).equals("apk");
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
