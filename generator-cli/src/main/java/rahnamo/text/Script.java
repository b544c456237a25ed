package rahnamo.text;

import java.util.Optional;

/** A writing system in which articles are written. */
public enum Script {
  /** The Latin script, used for Uzbek since 1993. */
  LATIN,
  /** The Cyrillic script of Tajik, Russian and of Uzbek as many readers still prefer it. */
  CYRILLIC;

  /** The script of most letters of a text, or nothing if it has no letters or as many of each. */
  public static Optional<Script> dominant(String text) {
    int balance = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        balance += c < 0x0250 ? 1 : (c >= 0x0400 && c < 0x0530) ? -1 : 0;
      }
    }
    return balance == 0 ? Optional.empty() : Optional.of(balance > 0 ? LATIN : CYRILLIC);
  }
}
