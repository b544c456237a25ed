package rahnamo.app;

import android.os.Bundle;
import android.widget.CompoundButton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rahnamo.app.page.ColourScheme;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Text;

/** Language, appearance, size of text, what is remembered, and the end of everything. */
public final class SettingsActivity extends AppScreen {

  @Override
  protected void onCreate(Bundle saved) {
    super.onCreate(saved);
    show();
  }

  private void show() {
    Form form = Form.on(this).title(text(Text.SETTINGS));
    addLanguages(form);
    addSchemes(form);
    addSizes(form);
    form.checkBox(
        text(Text.REMEMBER_PAGE),
        settings().isPageRemembered(),
        new CompoundButton.OnCheckedChangeListener() {
          @Override
          public void onCheckedChanged(CompoundButton box, boolean isOn) {
            settings().rememberPage(isOn);
          }
        });
    form.checkBox(
        text(Text.SECURE),
        settings().isSecure(),
        new CompoundButton.OnCheckedChangeListener() {
          @Override
          public void onCheckedChanged(CompoundButton box, boolean isOn) {
            settings().setSecure(isOn);
            recreate();
          }
        });
    form.button(text(Text.DELETE_ALL), deletion());
    form.title(text(Text.ABOUT));
    form.sentence(text(Text.ABOUT_TEXT));
    Certificate certificate = Certificate.of(this);
    form.sentence(text(Text.ABOUT_CERTIFICATE, certificate.sha256()));
    if (certificate.isOfTests()) {
      form.sentence(text(Text.TEST_APP));
    }
    form.closing(text(Text.CLOSE));
  }

  private void addLanguages(Form form) {
    form.sentence(text(Text.LANGUAGE));
    final List<String> codes = new ArrayList<>(Arrays.asList(""));
    List<String> names = new ArrayList<>(Arrays.asList(text(Text.FOLLOW_PHONE)));
    for (AppLanguage language : AppLanguage.values()) {
      codes.add(language.code());
      names.add(language.ownName());
    }
    form.choice(
        names,
        Math.max(0, codes.indexOf(settings().chosenLanguage())),
        new Form.Choice() {
          @Override
          public void chosen(int number) {
            settings().chooseLanguage(codes.get(number));
            recreate();
          }
        });
  }

  private void addSchemes(Form form) {
    form.sentence(text(Text.APPEARANCE));
    final List<String> schemes =
        Arrays.asList("", ColourScheme.LIGHT.name(), ColourScheme.DARK.name());
    form.choice(
        Arrays.asList(text(Text.FOLLOW_PHONE), text(Text.LIGHT), text(Text.DARK)),
        schemes.indexOf(settings().chosenScheme()),
        new Form.Choice() {
          @Override
          public void chosen(int number) {
            settings().chooseScheme(schemes.get(number));
            recreate();
          }
        });
  }

  private void addSizes(Form form) {
    form.sentence(text(Text.TEXT_SIZE, settings().zoom()));
    form.button(text(Text.TEXT_LARGER), resizing(1));
    form.button(text(Text.TEXT_SMALLER), resizing(-1));
  }

  private Runnable resizing(final int steps) {
    return new Runnable() {
      @Override
      public void run() {
        settings().enlarge(steps);
        show();
      }
    };
  }

  private Runnable deletion() {
    return new Runnable() {
      @Override
      public void run() {
        ask(
            text(Text.DELETE_ASK),
            Text.DELETE_ALL,
            new Runnable() {
              @Override
              public void run() {
                deleteEverything();
              }
            });
      }
    };
  }

  private void deleteEverything() {
    boolean isGone = settings().clear();
    if (app().isImporting()) {
      app().running().cancel();
    }
    try {
      app().store().deleteAll();
    } catch (IOException e) {
      isGone = false;
    }
    settings().noteDeletion(this);
    say(text(isGone ? Text.DELETED : Text.DELETE_FAILED));
    finish();
  }
}
