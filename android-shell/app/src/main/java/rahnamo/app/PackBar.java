package rahnamo.app;

import android.content.Context;
import android.graphics.Color;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import rahnamo.app.library.PackWords;

/**
 * The bar above the page that says whom the pack comes from and how old it is. It is never part of
 * the page, so that no page can draw it.
 */
final class PackBar extends LinearLayout {

  /** Of an app whose publisher chose no other. */
  static final int TRUSTED = 0xff0f5c63;

  static final int DOUBTFUL = 0xffa02a20;
  private static final int TEXT_SIZE = 14;
  private static final int MIN_HEIGHT = 48;
  private static final int MARGIN = 10;

  private final String warning;
  private final int trusted;
  private final TextView trust;
  private final TextView version;

  /**
   * @param warning something about the app itself, or an empty text
   * @param trusted the colour if there is nothing to warn of
   */
  PackBar(Context context, String warning, int trusted) {
    super(context);
    this.warning = warning;
    this.trusted = trusted;
    setOrientation(VERTICAL);
    int margin = Form.pixels(context, MARGIN);
    setPadding(margin, margin / 2, margin, margin / 2);
    setMinimumHeight(Form.pixels(context, MIN_HEIGHT));
    setFocusable(true);
    trust = line(context);
    version = line(context);
    setVisibility(View.GONE);
  }

  private TextView line(Context context) {
    TextView line = new TextView(context);
    line.setTextColor(Color.WHITE);
    line.setTextSize(TEXT_SIZE);
    addView(line);
    return line;
  }

  /** Shows what is known of a pack. */
  void show(PackWords words) {
    trust.setText(warning.isEmpty() ? words.trust() : words.trust() + "\n" + warning);
    version.setText(words.version());
    setBackgroundColor(words.isTrusted() && warning.isEmpty() ? trusted : DOUBTFUL);
    setContentDescription(trust.getText() + ". " + words.version());
    setVisibility(View.VISIBLE);
  }
}
