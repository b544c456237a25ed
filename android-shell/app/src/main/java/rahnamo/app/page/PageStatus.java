package rahnamo.app.page;

/**
 * The status of an answer. Neither redirects nor 304 are among them: a WebView refuses those from
 * an app.
 */
public enum PageStatus {
  OK(200, "OK"),
  PARTIAL(206, "Partial Content"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  OUTSIDE(416, "Range Not Satisfiable"),
  DAMAGED(500, "Internal Server Error");

  private final int code;
  private final String reason;

  PageStatus(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** The number. */
  public int code() {
    return code;
  }

  /** The words, never empty and in ASCII, as a WebView demands. */
  public String reason() {
    return reason;
  }
}
