package rahnamo.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import android.app.Activity;
import android.content.Intent;
import android.content.res.Configuration;
import android.net.Uri;
import android.widget.Button;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import rahnamo.app.text.Text;
import rahnamo.pack.format.SamplePack;

/** What can happen on the screen while a pack is being taken in. */
@RunWith(RobolectricTestRunner.class)
public class ImportOnTheWayTest {

  private static ActivityController<ImportActivity> start(Uri document) {
    Intent view = new Intent(Intent.ACTION_VIEW).setDataAndType(document, "application/zip");
    return Robolectric.buildActivity(ImportActivity.class, view).setup();
  }

  /** Large enough to come in many pieces. */
  private static SamplePack large(long sequence) {
    byte[] noise = new byte[700_000];
    new Random(sequence).nextBytes(noise);
    return SamplePack.numbered(sequence).with("media/noise.bin", noise);
  }

  private static SlowDocument slow(SamplePack pack) throws IOException {
    return new SlowDocument(Files.readAllBytes(Phone.file(pack).toPath()));
  }

  private static Uri address(SlowDocument document) {
    Uri address = Phone.document(document::open);
    Phone.sayLength(document.length());
    return address;
  }

  private static Button cancelButton(Activity screen) {
    for (Button button : Phone.views(screen, Button.class)) {
      if (button.getText().toString().equals(Phone.text(Text.CANCEL))) {
        return button;
      }
    }
    throw new AssertionError(Phone.words(screen));
  }

  private static long shownVersion() {
    return Phone.app().store().current().report().manifest().sequence();
  }

  private static List<String> storedFiles() {
    String[] names = new File(Phone.app().getNoBackupFilesDir(), "packs").list();
    return names == null ? List.of() : List.of(names);
  }

  @Test
  public void buttonThatIsBeingPressedStaysWhileTheProgressGoesOn() throws Exception {
    SlowDocument document = slow(large(7));
    Activity screen = start(address(document)).get();
    document.give(2);
    Phone.awaitMoreThan(0);
    Button pressed = cancelButton(screen);
    int before = Phone.app().running().percent();
    Phone.assertShows(screen, Phone.text(Text.IMPORT_RUNNING, before));
    document.give(4);
    Phone.awaitMoreThan(before);
    assertSame(pressed, cancelButton(screen));
    assertTrue(pressed.isAttachedToWindow());

    pressed.performClick();
    document.giveRest();
    Phone.awaitOver();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
    Phone.assertShows(screen, Phone.text(Text.REASON_CANCELLED));
    assertFalse(Phone.app().store().hasCurrent());
    assertEquals(List.of(), storedFiles());
  }

  @Test
  public void turningThePhoneDisturbsNothing() throws Exception {
    SlowDocument document = slow(large(7));
    ActivityController<ImportActivity> screen = start(address(document));
    document.give(3);
    Phone.awaitMoreThan(0);
    Configuration turned = new Configuration(screen.get().getResources().getConfiguration());
    turned.orientation = Configuration.ORIENTATION_LANDSCAPE;
    screen.configurationChange(turned);
    document.giveRest();
    Phone.awaitImport();

    Phone.assertShows(screen.get(), Phone.text(Text.IMPORT_ASK_UNKNOWN));
    assertEquals(1, document.openings());
  }

  @Test
  public void screenMadeAnewShowsThePackThatIsOnItsWay() throws Exception {
    SlowDocument document = slow(large(7));
    ActivityController<ImportActivity> screen = start(address(document));
    document.give(3);
    Phone.awaitMoreThan(0);
    screen.recreate();
    Phone.idle();
    Phone.assertShows(
        screen.get(), Phone.text(Text.IMPORT_RUNNING, Phone.app().running().percent()));
    document.giveRest();
    Phone.awaitImport();
    Phone.assertShows(screen.get(), Phone.text(Text.IMPORT_ASK_UNKNOWN));

    screen.recreate();
    Phone.idle();
    Phone.tap(screen.get(), Phone.text(Text.ACCEPT));
    Phone.awaitOver();
    Phone.assertShows(screen.get(), Phone.text(Text.IMPORT_DONE));
    assertEquals(7, shownVersion());
    assertEquals(1, document.openings());
  }

  @Test
  @Config(application = FullPhoneApp.class)
  public void tooLittleRoomIsSaidInMegabytesAndCanBeMended() throws Exception {
    FullPhoneApp app = (FullPhoneApp) Phone.app();
    SlowDocument content = slow(large(7));
    content.giveRest();
    Uri document = address(content);
    Phone.sayLength(50_000_000);
    app.room.set(10_000_000);
    Activity screen = start(document).get();
    Phone.awaitOver();
    // 50 MB, and 2^20 bytes for what the app writes besides.
    Phone.assertShows(screen, Phone.text(Text.IMPORT_SPACE, "41.1"));
    assertEquals(List.of(), storedFiles());

    app.room.set(Long.MAX_VALUE);
    Phone.sayLength(content.length());
    screen = start(document).get();
    Phone.awaitImport();
    Phone.tap(screen, Phone.text(Text.ACCEPT));
    Phone.awaitOver();
    assertEquals(7, shownVersion());
  }

  @Test
  @Config(application = BrandedApp.class)
  public void deltaPackMakesTheNewVersionOutOfTheOldOne() throws Exception {
    SamplePack seven = large(7).signedBy(BrandedApp.PUBLISHER);
    SamplePack eight = large(7).signedBy(BrandedApp.PUBLISHER).numberedAnew(8);
    Phone.install(seven);
    Activity screen = start(Phone.document(delta(seven, eight))).get();
    Phone.awaitOver();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_DONE));
    assertEquals(8, shownVersion());
    assertTrue(Phone.app().store().hasPrevious());
  }

  @Test
  @Config(application = BrandedApp.class)
  public void deltaPackOfAnotherVersionIsRefusedWithAReason() throws Exception {
    SamplePack eight = large(8).signedBy(BrandedApp.PUBLISHER);
    Phone.install(large(7).signedBy(BrandedApp.PUBLISHER));
    Activity screen = start(Phone.document(delta(eight, eight.numberedAnew(9)))).get();
    Phone.awaitOver();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
    Phone.assertShows(screen, Phone.text(Text.REASON_WRONG_BASE));
    assertEquals(7, shownVersion());
  }

  private static ByteArrayInputStream delta(SamplePack from, SamplePack to) throws IOException {
    Path file = Files.createTempFile("delta", ".zip");
    byte[] bytes = Files.readAllBytes(to.writeDeltaTo(file, from).toPath());
    assertTrue("no copy of the noise", bytes.length < 20_000);
    return new ByteArrayInputStream(bytes);
  }
}
