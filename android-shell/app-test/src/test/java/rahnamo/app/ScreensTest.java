package rahnamo.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.app.Activity;
import android.content.Intent;
import android.view.View;
import android.view.WindowManager;
import android.widget.Button;
import android.widget.CheckBox;
import android.widget.RadioButton;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowToast;
import rahnamo.app.page.ColourScheme;
import rahnamo.app.text.Text;
import rahnamo.pack.format.SamplePack;

/** The screens beside the page. */
@RunWith(RobolectricTestRunner.class)
@SuppressWarnings("deprecation") // what Android 5 has is deprecated in Android 15
public class ScreensTest {

  private static <T extends Activity> T start(Class<T> type) {
    T screen = Robolectric.buildActivity(type).setup().get();
    Phone.awaitWork();
    return screen;
  }

  private static void choose(Activity screen, String label) {
    for (RadioButton button : Phone.views(screen, RadioButton.class)) {
      if (button.getText().toString().equals(label)) {
        button.performClick();
        Phone.idle();
        return;
      }
    }
    throw new AssertionError("no choice " + label);
  }

  @Test
  public void everythingKnownOfThePackIsSaid() throws Exception {
    Phone.install(SamplePack.numbered(7));
    Activity screen = start(PacksActivity.class);

    for (String words :
        new String[] {"Намуна", Phone.text(Text.TRUST_UNSIGNED), "Version 7", "2026-09-01"}) {
      Phone.assertShows(screen, words);
    }
  }

  @Test
  public void previousPackCanBeShownAgain() throws Exception {
    Phone.install(SamplePack.numbered(7));
    Phone.install(SamplePack.numbered(8));
    Activity screen = start(PacksActivity.class);

    Phone.tap(screen, Phone.text(Text.RESTORE));
    assertEquals(8, Phone.app().store().current().report().manifest().sequence());
    Phone.answer(true);
    Phone.awaitWork();
    assertEquals(7, Phone.app().store().current().report().manifest().sequence());
  }

  @Test
  public void withoutAPreviousPackNothingIsOffered() throws Exception {
    Phone.install(SamplePack.numbered(7));

    assertFalse(Phone.words(start(PacksActivity.class)).contains(Phone.text(Text.RESTORE)));
  }

  @Test
  public void languageAndColoursCanBeChosen() {
    Activity screen = start(SettingsActivity.class);
    choose(screen, "Тоҷикӣ");
    choose(screen, Phone.text(Text.DARK));
    Settings settings = new Settings(Phone.app());

    assertEquals("tg", settings.language().code());
    assertEquals(ColourScheme.DARK, settings.scheme());
    Phone.assertShows(start(SettingsActivity.class), "Танзимот");
  }

  @Test
  @Config(qualifiers = "ru-night")
  public void languageAndColoursFollowThePhone() {
    Settings settings = new Settings(Phone.app());

    assertEquals("ru", settings.language().code());
    assertEquals(ColourScheme.DARK, settings.scheme());
  }

  @Test
  public void textCanBeMadeLargerWithinBounds() {
    Activity screen = start(SettingsActivity.class);
    for (int i = 0; i < 20; i++) {
      Phone.tap(screen, Phone.text(Text.TEXT_LARGER));
    }
    assertEquals(Settings.MAX_ZOOM, new Settings(Phone.app()).pageZoom());
    for (int i = 0; i < 20; i++) {
      Phone.tap(screen, Phone.text(Text.TEXT_SMALLER));
    }
    assertEquals(Settings.MIN_ZOOM, new Settings(Phone.app()).pageZoom());
  }

  @Test
  public void screenIsHiddenFromScreenshotsIfAskedFor() {
    Activity before = start(SettingsActivity.class);
    assertEquals(0, flags(before) & WindowManager.LayoutParams.FLAG_SECURE);
    CheckBox secure = Phone.views(before, CheckBox.class).get(1);
    assertEquals(Phone.text(Text.SECURE), secure.getText().toString());
    secure.performClick();
    Phone.idle();

    assertTrue((flags(start(ReaderActivity.class)) & WindowManager.LayoutParams.FLAG_SECURE) != 0);
  }

  private static int flags(Activity screen) {
    return screen.getWindow().getAttributes().flags;
  }

  @Test
  public void deletingLeavesNeitherPackNorSetting() throws Exception {
    Phone.install(SamplePack.numbered(7));
    Settings settings = new Settings(Phone.app());
    settings.rememberPage(true);
    settings.notePage("https://pack.invalid/tg/index.html");
    Activity screen = start(SettingsActivity.class);

    Phone.tap(screen, Phone.text(Text.DELETE_ALL));
    assertTrue(Phone.app().store().hasCurrent());
    Phone.answer(true);

    assertFalse(Phone.app().store().hasCurrent());
    assertEquals("", settings.lastPage());
    assertEquals(Phone.text(Text.DELETED), ShadowToast.getTextOfLatestToast());
    Phone.assertShows(start(ReaderActivity.class), Phone.text(Text.NO_PACK));
  }

  @Test
  public void packAndAppAreSentByTheSystem() throws Exception {
    Phone.install(SamplePack.numbered(7));
    Activity screen = start(ShareActivity.class);
    Phone.tap(screen, Phone.text(Text.SHARE_APP));
    Intent chooser = Phone.activity(screen).getNextStartedActivity();
    Intent sent = chooser.getParcelableExtra(Intent.EXTRA_INTENT);

    assertEquals(Intent.ACTION_CHOOSER, chooser.getAction());
    assertEquals("application/vnd.android.package-archive", sent.getType());
    assertEquals(
        "content://rahnamo.app.share/rahnamo.apk",
        sent.getParcelableExtra(Intent.EXTRA_STREAM).toString());
    assertTrue((sent.getFlags() & Intent.FLAG_GRANT_READ_URI_PERMISSION) != 0);
  }

  @Test
  public void withoutANetworkTheHotspotPageSaysWhatToDo() throws Exception {
    Phone.install(SamplePack.numbered(7));
    Activity screen = start(ShareActivity.class);
    Phone.tap(screen, Phone.text(Text.SHARE_PAGE));

    String words = Phone.words(screen);
    assertTrue(
        words, words.contains(Phone.text(Text.SHARE_NO_NETWORK)) || words.contains("http://"));
  }

  @Test
  public void everyControlHasWordsForAScreenReader() throws Exception {
    Phone.install(SamplePack.numbered(7));
    Phone.install(SamplePack.numbered(8));
    for (Class<? extends Activity> type :
        List.of(
            ReaderActivity.class,
            PacksActivity.class,
            SettingsActivity.class,
            ShareActivity.class,
            ImportActivity.class)) {
      Activity screen = start(type);
      List<View> views = Phone.views(screen, View.class);
      assertFalse(views.isEmpty());
      for (View view : views) {
        if (view instanceof Button button) {
          assertFalse(type.getName(), (button.getText() + "").isBlank());
        } else if (view.isClickable() && view.getId() != android.R.id.content) {
          assertTrue(
              type + " " + view,
              view.getContentDescription() != null
                  || view instanceof android.webkit.WebView
                  || view instanceof android.widget.ScrollView);
        }
      }
    }
  }
}
