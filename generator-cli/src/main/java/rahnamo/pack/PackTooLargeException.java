package rahnamo.pack;

import java.io.IOException;

/** A pack that readers would refuse for its size; nothing was written that anybody could take. */
public final class PackTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  private final String limit;
  private final long found;
  private final long allowed;

  PackTooLargeException(String limit, long found, long allowed) {
    super(limit + ": " + found + " of " + allowed);
    this.limit = limit;
    this.found = found;
    this.allowed = allowed;
  }

  /** Which limit: the key of a word such as {@code pack-limit.files}, or the name of a file. */
  public String limit() {
    return limit;
  }

  /** How much there is. */
  public long found() {
    return found;
  }

  /** How much there may be. */
  public long allowed() {
    return allowed;
  }
}
