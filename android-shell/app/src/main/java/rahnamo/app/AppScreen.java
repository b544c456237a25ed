package rahnamo.app;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;
import android.os.Bundle;
import android.view.WindowManager;
import android.widget.Toast;
import rahnamo.app.page.ColourScheme;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;

/** A screen in the reader's language and colours. The system keeps nothing of what it shows. */
abstract class AppScreen extends Activity {

  private Settings settings;
  private Texts texts;
  private AlertDialog[] question = {};

  @Override
  protected void onCreate(Bundle saved) {
    settings = new Settings(this);
    texts = Texts.of(settings.language());
    setTheme(
        settings.scheme() == ColourScheme.DARK
            ? android.R.style.Theme_Material_NoActionBar
            : android.R.style.Theme_Material_Light_NoActionBar);
    if (settings.isSecure()) {
      getWindow().addFlags(WindowManager.LayoutParams.FLAG_SECURE);
    }
    super.onCreate(null);
  }

  /** What was on the screen is not handed to the system. */
  @Override
  protected void onSaveInstanceState(Bundle state) {}

  @Override
  protected void onRestoreInstanceState(Bundle state) {}

  final Settings settings() {
    return settings;
  }

  final RahnamoApp app() {
    return (RahnamoApp) getApplication();
  }

  final String text(Text text, Object... values) {
    return texts.get(text, values);
  }

  final Texts texts() {
    return texts;
  }

  final void say(String sentence) {
    Toast.makeText(this, sentence, Toast.LENGTH_LONG).show();
  }

  /**
   * Asks before something is done; anything but the one button does nothing, and that one does
   * nothing while another app draws over it.
   */
  final void ask(String sentence, Text consent, final Runnable action) {
    AlertDialog dialog =
        new AlertDialog.Builder(this)
            .setMessage(sentence)
            .setNegativeButton(text(Text.CANCEL), null)
            .setPositiveButton(
                text(consent),
                new DialogInterface.OnClickListener() {
                  @Override
                  public void onClick(DialogInterface dialog, int which) {
                    action.run();
                  }
                })
            .show();
    dialog.getButton(DialogInterface.BUTTON_POSITIVE).setFilterTouchesWhenObscured(true);
    question = new AlertDialog[] {dialog};
  }

  /** Whether a question stands on the screen. */
  final boolean isAsking() {
    return question.length > 0 && question[0].isShowing();
  }

  /** A window that outlives its screen would be a leak. */
  @Override
  protected void onDestroy() {
    if (isAsking()) {
      question[0].dismiss();
    }
    super.onDestroy();
  }
}
