package rahnamo.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import rahnamo.text.Language;

/**
 * A part of an index as a script that calls one function with one object, because pages opened from
 * a disk can load nothing else. Immutable.
 */
final class IndexScript {

  private static final int NAME_LENGTH = 8;
  private static final int RADIX = 36;
  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] bytes;

  private IndexScript(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Writes the members of the object. */
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * A script.
   *
   * @param function the function of {@code rahnamo} that it calls
   */
  static IndexScript of(String function, Language language, Members members) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("language", language.folder());
      members.write(json);
      json.writeEndObject();
    }
    return new IndexScript(
        ("rahnamo." + function + "(" + inScript(text.toString()) + ");\n").getBytes(UTF_8));
  }

  /** U+2028 and U+2029 end a line in JavaScript before 2019. */
  private static String inScript(String json) {
    return json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /** The script in UTF-8. */
  byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Eight letters and digits that change with the content, out of 2.8 trillion, so that browsers
   * may keep the script for ever.
   */
  String name() {
    String digits = new BigInteger(1, sha256().digest(bytes)).toString(RADIX);
    return digits.substring(digits.length() - NAME_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
