package rahnamo.app.link;

/** Where a link leads. */
public enum LinkKind {
  /** Another page of the pack. */
  INSIDE,
  /** A phone number, to be dialled by the reader. */
  PHONE,
  /** A text message, to be sent by the reader. */
  MESSAGE,
  /** A letter. */
  MAIL,
  /** A place on a map. */
  MAP,
  /** A messenger: its operator learns that the reader came. */
  MESSENGER,
  /** A site: the reader's network learns that the reader came. */
  SITE,
  /** Nowhere that a page may lead. */
  REFUSED
}
