package rahnamo.app;

import android.content.Context;
import android.text.Editable;
import android.text.InputType;
import android.text.TextWatcher;
import android.view.View;
import android.view.inputmethod.EditorInfo;
import android.webkit.WebView;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;

/** The row that finds words in the page. */
final class FindBar extends LinearLayout implements TextWatcher, WebView.FindListener {

  private final WebView page;
  private final Texts texts;
  private final EditText words;
  private final TextView count;

  FindBar(Context context, WebView page, Texts texts) {
    super(context);
    this.page = page;
    this.texts = texts;
    words = new EditText(context);
    // The keyboard is not to learn what somebody looked for.
    words.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS);
    words.setImeOptions(EditorInfo.IME_ACTION_SEARCH | IME_FLAG_NO_PERSONALIZED_LEARNING);
    words.setSingleLine(true);
    words.setHint(texts.get(Text.FIND));
    words.setSaveEnabled(false);
    words.addTextChangedListener(this);
    addView(words, new LayoutParams(0, LayoutParams.WRAP_CONTENT, 1));
    count = new TextView(context);
    addView(count);
    addButton("‹", Text.FIND_PREVIOUS, step(false));
    addButton("›", Text.FIND_NEXT, step(true));
    addButton("×", Text.CLOSE, closing());
    setVisibility(GONE);
  }

  /** Known from Android 8 on; older keyboards pay no attention. */
  private static final int IME_FLAG_NO_PERSONALIZED_LEARNING = 0x1000000;

  private void addButton(String sign, Text meaning, OnClickListener listener) {
    Button button = new Button(getContext());
    button.setText(sign);
    button.setContentDescription(texts.get(meaning));
    button.setMinimumWidth(0);
    button.setMinWidth(Form.pixels(getContext(), 48));
    button.setOnClickListener(listener);
    addView(button);
  }

  private OnClickListener step(final boolean isForward) {
    return new OnClickListener() {
      @Override
      public void onClick(View view) {
        page.findNext(isForward);
      }
    };
  }

  private OnClickListener closing() {
    return new OnClickListener() {
      @Override
      public void onClick(View view) {
        close();
      }
    };
  }

  void open() {
    page.setFindListener(this);
    setVisibility(VISIBLE);
    words.requestFocus();
  }

  boolean isOpen() {
    return getVisibility() == VISIBLE;
  }

  /** Forgets the words, too. */
  void close() {
    words.setText("");
    page.clearMatches();
    setVisibility(GONE);
    page.requestFocus();
  }

  @Override
  public void afterTextChanged(Editable text) {
    if (text.length() == 0) {
      page.clearMatches();
      count.setText("");
    } else {
      page.findAllAsync(text.toString());
    }
  }

  @Override
  public void onFindResultReceived(int active, int total, boolean isDone) {
    if (isDone && words.length() > 0) {
      count.setText(
          total == 0
              ? texts.get(Text.FIND_NOTHING)
              : texts.get(Text.FIND_COUNT, active + 1, total));
    }
  }

  @Override
  public void beforeTextChanged(CharSequence text, int start, int length, int after) {}

  @Override
  public void onTextChanged(CharSequence text, int start, int before, int length) {}
}
