package rahnamo.share;

import io.nayuki.qrcodegen.QrCode;

/** A QR code drawn with the characters of a terminal, two rows of squares a line. */
public final class TerminalCode {

  /** Readers need this many light squares on each side. */
  private static final int QUIET_ZONE = 4;

  private static final String BLACK_ON_WHITE = "\u001b[30;107m";
  private static final String PLAIN = "\u001b[0m";

  private final QrCode code;

  private TerminalCode(QrCode code) {
    this.code = code;
  }

  /** The code of a short text, such as an address. */
  public static TerminalCode of(String text) {
    return new TerminalCode(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
  }

  /**
   * The lines of the drawing.
   *
   * @param hasColour whether the terminal understands colours; else it is taken to be dark, and
   *     light squares are drawn
   */
  public String draw(boolean hasColour) {
    var drawing = new StringBuilder();
    for (int y = -QUIET_ZONE; y < code.size + QUIET_ZONE; y += 2) {
      drawing.append(hasColour ? BLACK_ON_WHITE : "");
      for (int x = -QUIET_ZONE; x < code.size + QUIET_ZONE; x++) {
        drawing.append(square(isDrawn(x, y, hasColour), isDrawn(x, y + 1, hasColour)));
      }
      drawing.append(hasColour ? PLAIN : "").append('\n');
    }
    return drawing.toString();
  }

  /** Ink is dark on a white ground and light on a dark one. */
  private boolean isDrawn(int x, int y, boolean hasColour) {
    return code.getModule(x, y) == hasColour;
  }

  private static char square(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }
}
