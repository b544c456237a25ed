package rahnamo.app;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.view.Gravity;
import android.view.View;
import android.widget.Button;
import android.widget.CheckBox;
import android.widget.CompoundButton;
import android.widget.LinearLayout;
import android.widget.RadioButton;
import android.widget.RadioGroup;
import android.widget.ScrollView;
import android.widget.TextView;
import java.util.List;

/**
 * A screen of sentences and controls, one below the other; words, no pictures, on every control.
 */
final class Form {

  private static final int MARGIN = 16;
  private static final int TITLE_SIZE = 22;
  private static final int TEXT_SIZE = 17;

  private final Activity screen;
  private final LinearLayout column;

  private Form(Activity screen) {
    this.screen = screen;
    column = new LinearLayout(screen);
    column.setOrientation(LinearLayout.VERTICAL);
    int margin = pixels(screen, MARGIN);
    column.setPadding(margin, margin, margin, margin);
  }

  /** Fills a screen. */
  static Form on(Activity screen) {
    Form form = new Form(screen);
    ScrollView scroll = new ScrollView(screen);
    scroll.setFitsSystemWindows(true);
    scroll.addView(form.column);
    screen.setContentView(scroll);
    return form;
  }

  static int pixels(Context context, int dp) {
    return Math.round(dp * context.getResources().getDisplayMetrics().density);
  }

  Form title(String text) {
    sentence(text).setTextSize(TITLE_SIZE);
    return this;
  }

  TextView sentence(String text) {
    TextView view = text(screen, text);
    column.addView(view);
    return view;
  }

  /** A sentence as all screens have it. */
  static TextView text(Context context, String text) {
    TextView view = new TextView(context);
    view.setText(text);
    view.setTextSize(TEXT_SIZE);
    view.setPadding(0, pixels(context, MARGIN / 2), 0, pixels(context, MARGIN / 2));
    return view;
  }

  Button button(String text, final Runnable action) {
    Button button = new Button(screen);
    button.setText(text);
    button.setAllCaps(false);
    button.setGravity(Gravity.CENTER);
    // Another app could draw words of its own over this one, and have the reader consent to those.
    button.setFilterTouchesWhenObscured(true);
    button.setOnClickListener(
        new View.OnClickListener() {
          @Override
          public void onClick(View view) {
            action.run();
          }
        });
    column.addView(button);
    return button;
  }

  /** A button that leaves the screen. */
  void closing(String text) {
    button(
        text,
        new Runnable() {
          @Override
          public void run() {
            screen.finish();
          }
        });
  }

  /** A button that leads to another screen of the app. */
  void opening(String text, final Class<?> other) {
    button(
        text,
        new Runnable() {
          @Override
          public void run() {
            screen.startActivity(new Intent(screen, other));
          }
        });
  }

  void checkBox(String text, boolean isOn, CompoundButton.OnCheckedChangeListener listener) {
    CheckBox box = new CheckBox(screen);
    box.setText(text);
    box.setTextSize(TEXT_SIZE);
    box.setChecked(isOn);
    box.setOnCheckedChangeListener(listener);
    column.addView(box);
  }

  /** Called with the number of the choice. */
  interface Choice {
    void chosen(int number);
  }

  void choice(List<String> names, int present, final Choice choice) {
    RadioGroup group = new RadioGroup(screen);
    for (int i = 0; i < names.size(); i++) {
      RadioButton button = new RadioButton(screen);
      button.setId(i + 1);
      button.setText(names.get(i));
      button.setTextSize(TEXT_SIZE);
      button.setMinHeight(pixels(screen, 48));
      group.addView(button);
    }
    group.check(present + 1);
    group.setOnCheckedChangeListener(
        new RadioGroup.OnCheckedChangeListener() {
          @Override
          public void onCheckedChanged(RadioGroup changed, int id) {
            choice.chosen(id - 1);
          }
        });
    column.addView(group);
  }

  void view(View view) {
    column.addView(view);
  }
}
