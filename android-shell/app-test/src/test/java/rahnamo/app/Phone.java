package rahnamo.app;

import static org.junit.Assert.assertEquals;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;
import android.net.Uri;
import android.provider.OpenableColumns;
import android.view.View;
import android.view.ViewGroup;
import android.webkit.WebView;
import android.widget.Button;
import android.widget.TextView;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.fakes.RoboCursor;
import org.robolectric.shadow.api.Shadow;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.shadows.ShadowAlertDialog;
import org.robolectric.shadows.ShadowContentResolver;
import org.robolectric.shadows.ShadowLooper;
import org.robolectric.shadows.ShadowWebView;
import rahnamo.app.library.PackImport;
import rahnamo.app.text.AppLanguage;
import rahnamo.app.text.Text;
import rahnamo.app.text.Texts;
import rahnamo.pack.format.Progress;
import rahnamo.pack.format.SamplePack;

/** The app on a simulated phone, and what a reader sees and taps. */
final class Phone {

  private static final Uri DOCUMENT = Uri.parse("content://other.app/document/1");
  private static final Texts ENGLISH = Texts.of(AppLanguage.EN);

  private Phone() {}

  static RahnamoApp app() {
    return (RahnamoApp) RuntimeEnvironment.getApplication();
  }

  static String text(Text text, Object... values) {
    return ENGLISH.get(text, values);
  }

  /** Writes a pack to the phone's memory. */
  static File file(SamplePack pack) throws IOException {
    return pack.writeTo(Files.createTempFile("pack", ".zip"));
  }

  /** Puts a pack into the app, as if it had been taken in before. */
  static void install(SamplePack pack) throws Exception {
    File file = file(pack);
    app().store().install(app().store().receive(SamplePack.source(file), Progress.IGNORED));
  }

  /** A document of another app. */
  static Uri document(InputStream content) {
    return document(() -> content);
  }

  /** A document of another app that can be opened several times. */
  static Uri document(Supplier<InputStream> content) {
    documents().registerInputStreamSupplier(DOCUMENT, content);
    return DOCUMENT;
  }

  /** The other app says how many bytes its document has. */
  @SuppressWarnings("deprecation") // the way that is not would be a whole app that gives documents
  static void sayLength(long bytes) {
    var row = new RoboCursor();
    row.setColumnNames(List.of(OpenableColumns.SIZE));
    row.setResults(new Object[][] {{bytes}});
    documents().setCursor(DOCUMENT, row);
  }

  private static ShadowContentResolver documents() {
    return Shadow.extract(app().getContentResolver());
  }

  /** Waits until nothing is being taken in, or somebody is to be asked. */
  static void awaitImport() {
    await(() -> app().running().stage() != PackImport.Stage.RUNNING);
  }

  /** Waits until the app says that nothing more will happen. */
  static void awaitOver() {
    await(() -> app().running().isOver());
  }

  private static void await(BooleanSupplier condition) {
    if (!isSoon(condition, 60)) {
      throw new AssertionError("still importing");
    }
    awaitWork();
  }

  /** Waits until more of the pack has come than so many hundredths, and the screen knows. */
  static void awaitMoreThan(int percent) {
    if (!isSoon(() -> app().running().percent() > percent, 60)) {
      throw new AssertionError("nothing comes");
    }
    idle();
  }

  /** Waits until what the app does in the background is done, and the screen knows. */
  static void awaitWork() {
    isSoon(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(Phone::isWorking), 30);
    idle();
  }

  private static boolean isWorking(Thread thread) {
    return thread.getName().equals("work") && thread.isAlive();
  }

  private static boolean isSoon(BooleanSupplier condition, int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  static ShadowActivity activity(Activity screen) {
    return Shadow.extract(screen);
  }

  static ShadowWebView web(WebView page) {
    return Shadow.extract(page);
  }

  static void idle() {
    ShadowLooper.idleMainLooper();
  }

  /** Everything that stands on a screen. */
  static String words(Activity screen) {
    List<String> words = new ArrayList<>();
    for (TextView view : views(screen, TextView.class)) {
      words.add(view.getText().toString());
    }
    return String.join("\n", words);
  }

  static void tap(Activity screen, String label) {
    for (Button button : views(screen, Button.class)) {
      if (button.getText().toString().equals(label)) {
        button.performClick();
        idle();
        return;
      }
    }
    throw new AssertionError("no button " + label + " among:\n" + words(screen));
  }

  static <T extends View> List<T> views(Activity screen, Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(screen.getWindow().getDecorView(), type, found);
    return found;
  }

  private static <T extends View> void collect(View view, Class<T> type, List<T> found) {
    if (view.getVisibility() != View.VISIBLE) {
      return;
    }
    if (type.isInstance(view)) {
      found.add(type.cast(view));
    }
    if (view instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        collect(group.getChildAt(i), type, found);
      }
    }
  }

  /** What the app asks at the moment. */
  static AlertDialog question() {
    return (AlertDialog) Objects.requireNonNull(ShadowAlertDialog.getLatestDialog(), "no dialog");
  }

  static String questionText() {
    return String.valueOf(((ShadowAlertDialog) Shadow.extract(question())).getMessage());
  }

  static void answer(boolean isYes) {
    question()
        .getButton(isYes ? DialogInterface.BUTTON_POSITIVE : DialogInterface.BUTTON_NEGATIVE)
        .performClick();
    idle();
  }

  static void assertShows(Activity screen, String words) {
    assertEquals(words(screen), true, words(screen).contains(words));
  }
}
