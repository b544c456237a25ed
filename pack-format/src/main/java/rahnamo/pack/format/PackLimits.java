package rahnamo.pack.format;

/** The sizes that no pack may exceed; a reader checks them before it sets memory aside. */
public final class PackLimits {

  /** Files in a pack. */
  public static final int MAX_ENTRIES = 20_000;

  /** Bytes of one unpacked file. */
  public static final int MAX_ENTRY_SIZE = 16 << 20;

  /** Bytes of all unpacked files together. */
  public static final long MAX_TOTAL_SIZE = 512L << 20;

  /** Bytes of the zip file itself: all files stored, and their headers. */
  public static final long MAX_PACK_SIZE = 528L << 20;

  /** How many times larger than its deflated form a file may be; beyond it a file is stored. */
  public static final int MAX_RATIO = 100;

  /** Bytes of {@code SHA256SUMS}: the longest line, as often as there may be files. */
  public static final int MAX_SUMS_SIZE =
      MAX_ENTRIES * (Digest.HEX_LENGTH + 3 + EntryName.MAX_LENGTH);

  /** Bytes of {@code pack.json} or of a root document. */
  public static final int MAX_DOCUMENT_SIZE = 64 << 10;

  /** Root documents in a pack. */
  public static final int MAX_ROOT_VERSION = 100;

  /** Keys that may sign a root document. */
  public static final int MAX_ROOT_KEYS = 16;

  /** The largest epoch and sequence: what JavaScript still counts exactly. */
  public static final long MAX_NUMBER = (1L << 53) - 1;

  /** Bytes of a pack from which on messengers and old phones make trouble; writers warn. */
  public static final long COMFORTABLE_PACK_SIZE = 16L << 20;

  private PackLimits() {}
}
