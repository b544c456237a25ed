package rahnamo.app;

import android.content.Context;
import android.widget.LinearLayout;
import android.widget.ProgressBar;
import android.widget.TextView;

/**
 * How far a work has come, as a bar and in words. It is changed in place: a screen built anew with
 * every step would lose the tap on a button that is just being pressed, and a screen reader its
 * place.
 */
final class ProgressView extends LinearLayout {

  private final ProgressBar bar;
  private final TextView words;

  ProgressView(Context context) {
    super(context);
    setOrientation(VERTICAL);
    bar = new ProgressBar(context, null, android.R.attr.progressBarStyleHorizontal);
    addView(bar);
    words = Form.text(context, "");
    words.setFocusable(true);
    addView(words);
  }

  void show(int percent, String sentence) {
    bar.setProgress(percent);
    words.setText(sentence);
  }
}
