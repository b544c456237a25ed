package rahnamo.pack;

/** The words that lock a private key. Never printed. */
public final class Passphrase {

  private final String text;

  private Passphrase(String text) {
    this.text = text;
  }

  /** A passphrase as typed. */
  public static Passphrase of(String text) {
    return new Passphrase(text);
  }

  /** How many characters it has, as people count them. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** Its characters. */
  char[] toChars() {
    return text.toCharArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Passphrase same && same.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "a passphrase";
  }
}
