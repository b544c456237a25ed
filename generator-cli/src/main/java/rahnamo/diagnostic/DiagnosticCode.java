package rahnamo.diagnostic;

import static rahnamo.diagnostic.Severity.ERROR;
import static rahnamo.diagnostic.Severity.WARNING;

import java.util.Locale;

/**
 * The name of each thing that can be wrong, as an editor sees it in brackets: {@code
 * [broken-link]}.
 *
 * <p>Each code has a message and a cure in every interface language, an entry in
 * docs/CONTENT-FORMAT.md and an example site that provokes it; tests prove that none is missing.
 */
public enum DiagnosticCode {
  // Files and folders.
  CONTENT_FOLDER_MISSING(ERROR),
  SITE_CONFIG_MISSING(ERROR),
  UNREADABLE_FILE(ERROR),
  NOT_UTF8(ERROR),
  BYTE_ORDER_MARK(ERROR),
  FILE_TOO_LARGE(ERROR),
  INVALID_FILE_NAME(ERROR),
  RESERVED_NAME(ERROR),
  PATH_TOO_LONG(ERROR),
  SYMLINK_OUTSIDE(ERROR),
  UNKNOWN_LANGUAGE_FOLDER(ERROR),
  UNKNOWN_SECTION(ERROR),
  UNEXPECTED_FILE(WARNING),
  // YAML: front matter, site.yml and data.
  BROKEN_YAML(ERROR),
  MISSING_FRONT_MATTER(ERROR),
  UNCLOSED_FRONT_MATTER(ERROR),
  UNKNOWN_KEY(ERROR),
  DUPLICATE_KEY(ERROR),
  MISSING_KEY(ERROR),
  WRONG_TYPE(ERROR),
  INVALID_DATE(ERROR),
  INVALID_VALUE(ERROR),
  UNKNOWN_LANGUAGE(ERROR),
  DUPLICATE_CONTACT(ERROR),
  UNKNOWN_CONTACT(ERROR),
  CONTACT_EXPIRED(WARNING),
  // Articles and how they hang together.
  EMPTY_ARTICLE(ERROR),
  DUPLICATE_PATH(ERROR),
  TAG_COLLISION(ERROR),
  BROKEN_LINK(ERROR),
  UNPUBLISHED_LINK(ERROR),
  BROKEN_ANCHOR(ERROR),
  BROKEN_IMAGE(ERROR),
  UNSAFE_LINK(ERROR),
  ABSOLUTE_LINK(ERROR),
  REMOTE_IMAGE(ERROR),
  MISSING_ALT(WARNING),
  DUPLICATE_ID(ERROR),
  INVALID_ID(ERROR),
  HEADING_LEVEL(WARNING),
  MIXED_SCRIPT(WARNING),
  TRANSLATION_OUTDATED(WARNING),
  TRANSLATION_SOURCE_MISSING(ERROR),
  TRANSLATION_SOURCE_UNPUBLISHED(WARNING),
  REVIEW_OVERDUE(WARNING),
  // Markdown.
  ARTICLE_TOO_COMPLEX(ERROR),
  UNKNOWN_BLOCK(ERROR),
  UNCLOSED_BLOCK(ERROR),
  INVALID_BLOCK(ERROR),
  HTML_REMOVED(WARNING),
  // Media.
  UNKNOWN_MEDIA_TYPE(ERROR),
  UNREADABLE_MEDIA(ERROR),
  IMAGE_TOO_LARGE(ERROR),
  UNSAFE_SVG(ERROR),
  // Plain documents for a search index.
  INVALID_DOCUMENT(ERROR),
  DUPLICATE_DOCUMENT(ERROR),
  // Theme and output.
  TEMPLATE_ERROR(ERROR),
  MISSING_STRING(ERROR),
  MISSING_THEME_FILE(ERROR),
  BASE_URL_MISSING(WARNING),
  BUDGET_EXCEEDED(ERROR),
  OUTPUT_NOT_WRITABLE(ERROR),
  OUTPUT_IN_CONTENT(ERROR),
  OUTPUT_BUSY(ERROR),
  FOREIGN_FILE(ERROR),
  CHANGED_OUTPUT_KEPT(WARNING),
  DISK_FULL(ERROR),
  // Offline packs.
  PACK_LARGE(WARNING),
  DELTA_TOO_LARGE(WARNING),
  PACK_TOO_LARGE(ERROR),
  SINGLE_FILE_TOO_LARGE(WARNING),
  APP_NOT_OFFERED(WARNING);

  private final Severity severity;
  private final String id;

  DiagnosticCode(Severity severity) {
    this.severity = severity;
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The severity unless a report says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** The code in kebab case, the same in every language: {@code broken-link}. */
  public String id() {
    return id;
  }
}
