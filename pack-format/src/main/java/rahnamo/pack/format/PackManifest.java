package rahnamo.pack.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file {@code pack.json}: what a pack says about itself. Immutable. */
public final class PackManifest {

  /** The format that this code reads and writes. */
  public static final int FORMAT = 1;

  /** The generation of this reader; a pack may ask for a newer one. */
  public static final int READER = 1;

  private static final int MAX_ID_LENGTH = 64;
  private static final int MAX_LANGUAGES = 32;

  private static final Set<String> FIELDS =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              Arrays.asList(
                  "format",
                  "min-reader",
                  "critical",
                  "id",
                  "epoch",
                  "sequence",
                  "created",
                  "stale-after",
                  "languages",
                  "titles",
                  "sizes",
                  "base",
                  "result")));

  private final Builder fields;

  private PackManifest(Builder fields) {
    this.fields = fields;
  }

  /** Starts a manifest. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a manifest. Fields that it does not know are ignored unless the field {@code critical}
   * names them.
   *
   * @throws InvalidPackException if a field is missing, wrong, or unknown and critical, or if the
   *     pack asks for a newer reader
   */
  public static PackManifest parse(byte[] bytes) throws InvalidPackException {
    try {
      Document document = Document.parse(bytes);
      if (document.number("format", 1, PackLimits.MAX_NUMBER) > FORMAT
          || document.number("min-reader", 1, PackLimits.MAX_NUMBER) > READER) {
        throw new InvalidPackException(VerificationCode.READER_TOO_OLD);
      }
      String unknown = document.firstUnknownCritical(FIELDS);
      if (!unknown.isEmpty()) {
        throw new InvalidPackException(VerificationCode.MANIFEST_CRITICAL, unknown);
      }
      return read(document).build();
    } catch (JsonException | IllegalArgumentException e) {
      throw new InvalidPackException(
          VerificationCode.MANIFEST_FORMAT, String.valueOf(e.getMessage()));
    }
  }

  private static Builder read(Document document) throws JsonException {
    Builder builder = new Builder();
    builder.id(document.string("id"));
    builder.place(
        document.number("epoch", 0, PackLimits.MAX_NUMBER),
        document.number("sequence", 0, PackLimits.MAX_NUMBER));
    builder.dates(document.date("created"), document.date("stale-after"));
    Map<String, String> titles = document.object("titles").stringsByName();
    for (String language : document.strings("languages")) {
      String title = titles.get(language);
      if (title == null) {
        throw Document.wrong("titles");
      }
      builder.language(language, title);
    }
    Document sizes = document.object("sizes");
    builder.sizes(
        (int) sizes.number("files", 0, PackLimits.MAX_ENTRIES),
        sizes.number("bytes", 0, PackLimits.MAX_TOTAL_SIZE));
    if (document.has("base") || document.has("result")) {
      Document base = document.object("base");
      builder.delta(
          PackVersion.of(
              base.number("epoch", 0, PackLimits.MAX_NUMBER),
              base.number("sequence", 0, PackLimits.MAX_NUMBER),
              base.digest("identity")),
          document.object("result").digest("identity"));
    }
    return builder;
  }

  /** The file: the same manifest always gives the same bytes. */
  public byte[] toBytes() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("format", FORMAT);
    members.put("min-reader", READER);
    List<String> critical = new ArrayList<>(Arrays.asList("id", "epoch", "sequence"));
    if (isDelta()) {
      critical.addAll(Arrays.asList("base", "result"));
    }
    members.put("critical", critical);
    members.put("id", id());
    members.put("epoch", epoch());
    members.put("sequence", sequence());
    members.put("created", created());
    members.put("stale-after", staleAfter());
    members.put("languages", languages());
    members.put("titles", titles());
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("files", files());
    sizes.put("bytes", bytes());
    members.put("sizes", sizes);
    if (isDelta()) {
      Map<String, Object> base = new LinkedHashMap<>();
      base.put("identity", base().identity());
      base.put("epoch", base().epoch());
      base.put("sequence", base().sequence());
      members.put("base", base);
      members.put("result", Collections.singletonMap("identity", result()));
    }
    return JsonWriter.write(members);
  }

  /** Which series of packs it belongs to, such as {@code migrant-tg}; versions order within it. */
  public String id() {
    return fields.id;
  }

  /** The epoch of the newest root document; 0 in an unsigned pack. */
  public long epoch() {
    return fields.epoch;
  }

  /** Its number within the epoch. */
  public long sequence() {
    return fields.sequence;
  }

  /** The day for which the pack was made. */
  public PackDate created() {
    return fields.created;
  }

  /** The day after which readers are told that the pack is old. */
  public PackDate staleAfter() {
    return fields.staleAfter;
  }

  /** The languages, as the names of their folders, the main one first. */
  public List<String> languages() {
    return Collections.unmodifiableList(new ArrayList<>(fields.titles.keySet()));
  }

  /** The site's title in each language. */
  public Map<String, String> titles() {
    return Collections.unmodifiableMap(fields.titles);
  }

  /** How many files the site has: all but the sums, the manifest and what proves the trust. */
  public int files() {
    return fields.files;
  }

  /** The unpacked size of those files together. */
  public long bytes() {
    return fields.bytes;
  }

  /** Whether it is a delta pack, of use only to one who has its base. */
  public boolean isDelta() {
    return fields.base.length > 0;
  }

  /**
   * What a delta pack starts from.
   *
   * @throws IllegalStateException if it is no delta pack
   */
  public PackVersion base() {
    requireDelta();
    return fields.base[0];
  }

  /**
   * The identity of the pack that a delta pack leads to.
   *
   * @throws IllegalStateException if it is no delta pack
   */
  public Digest result() {
    requireDelta();
    return fields.result[0];
  }

  private void requireDelta() {
    if (!isDelta()) {
      throw new IllegalStateException("not a delta pack");
    }
  }

  /** Collects the fields of a manifest; all but {@link #delta} are needed. */
  public static final class Builder {

    private static final PackDate NO_DATE = PackDate.parse("2000-01-01");

    private String id = "";
    private long epoch;
    private long sequence;
    private PackDate created = NO_DATE;
    private PackDate staleAfter = NO_DATE;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private int files;
    private long bytes;
    private PackVersion[] base = {};
    private Digest[] result = {};

    private Builder() {}

    /** The series, such as {@code migrant-tg}. */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /** The place in the order of all packs of the series. */
    public Builder place(long epoch, long sequence) {
      this.epoch = epoch;
      this.sequence = sequence;
      return this;
    }

    /** When it was made, and when it becomes old. */
    public Builder dates(PackDate created, PackDate staleAfter) {
      this.created = created;
      this.staleAfter = staleAfter;
      return this;
    }

    /** One more language and the site's title in it. */
    public Builder language(String language, String title) {
      if (titles.containsKey(language) || !language.matches("[a-z]{2,3}(-[a-z0-9]{2,8})?")) {
        throw new IllegalArgumentException("the languages are wrong");
      }
      titles.put(language, title);
      return this;
    }

    /** The number of files of the site, and their unpacked bytes. */
    public Builder sizes(int files, long bytes) {
      this.files = files;
      this.bytes = bytes;
      return this;
    }

    /** Makes it a delta pack. */
    public Builder delta(PackVersion base, Digest result) {
      this.base = new PackVersion[] {base};
      this.result = new Digest[] {result};
      return this;
    }

    /**
     * The manifest.
     *
     * @throws IllegalArgumentException if the fields do not make sense
     */
    public PackManifest build() {
      if (id.length() > MAX_ID_LENGTH || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException("the field id is missing or wrong");
      }
      if (titles.isEmpty() || titles.size() > MAX_LANGUAGES) {
        throw new IllegalArgumentException("the field languages is missing or wrong");
      }
      if (created.equals(NO_DATE) || created.isAfter(staleAfter)) {
        throw new IllegalArgumentException("the dates are missing or wrong");
      }
      Builder copy = new Builder();
      copy.id(id).place(epoch, sequence).dates(created, staleAfter).sizes(files, bytes);
      copy.titles.putAll(titles);
      copy.base = base.clone();
      copy.result = result.clone();
      return new PackManifest(copy);
    }
  }
}
