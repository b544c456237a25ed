package rahnamo.config;

import java.util.List;
import rahnamo.diagnostic.SourceSpan;

/** A node of a YAML document that remembers where it stands. */
public sealed interface YamlValue {

  /** Where the value stands in its file. */
  SourceSpan span();

  /**
   * Keys and values in the order of the file.
   *
   * @param span the place of the first key
   * @param entries the pairs; keys are distinct
   */
  record Mapping(SourceSpan span, List<Entry> entries) implements YamlValue {}

  /**
   * One key with its value.
   *
   * @param key the key as written
   * @param keySpan the place of the key
   * @param value the value
   */
  record Entry(String key, SourceSpan keySpan, YamlValue value) {}

  /**
   * A list.
   *
   * @param span the place of the first item
   * @param items the items in the order of the file
   */
  record Sequence(SourceSpan span, List<YamlValue> items) implements YamlValue {}

  /**
   * A single value.
   *
   * @param span the place of the value
   * @param text the value as text, without quotes
   * @param isPlain whether it stood without quotes, so that it may be a number, date or boolean
   */
  record Scalar(SourceSpan span, String text, boolean isPlain) implements YamlValue {

    /** Whether nothing was written after the colon. */
    boolean isEmpty() {
      return isPlain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }
}
