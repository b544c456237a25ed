package rahnamo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import rahnamo.app.library.PackImport;
import rahnamo.app.text.Text;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.SamplePublisher;

@RunWith(RobolectricTestRunner.class)
public class ImportActivityTest {

  private static ActivityController<ImportActivity> start(Intent intent) {
    ActivityController<ImportActivity> screen =
        Robolectric.buildActivity(ImportActivity.class, intent).setup();
    if (Phone.app().hasImport()) {
      Phone.awaitImport();
    }
    Phone.idle();
    return screen;
  }

  private static Intent view(Uri document) {
    return new Intent(Intent.ACTION_VIEW).setDataAndType(document, "application/octet-stream");
  }

  private static Uri document(SamplePack pack) throws IOException {
    return Phone.document(new FileInputStream(Phone.file(pack)));
  }

  private static long shownVersion() {
    return Phone.app().store().current().report().manifest().sequence();
  }

  @Test
  public void packOfSomebodyUnknownIsTakenInOnlyAfterAsking() throws Exception {
    Activity screen = start(view(document(SamplePack.numbered(7)))).get();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_ASK_UNKNOWN));
    Phone.assertShows(screen, Phone.text(Text.TRUST_UNSIGNED));
    assertFalse(Phone.app().store().hasCurrent());
    Phone.tap(screen, Phone.text(Text.ACCEPT));
    Phone.awaitOver();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_DONE));
    assertEquals(7, shownVersion());
  }

  @Test
  public void refusedPackLeavesNothing() throws Exception {
    Activity screen = start(view(document(SamplePack.numbered(7)))).get();
    Phone.tap(screen, Phone.text(Text.CANCEL));

    assertTrue(screen.isFinishing());
    assertFalse(Phone.app().store().hasCurrent());
  }

  @Test
  public void leavingTheScreenIsNoConsent() throws Exception {
    ActivityController<ImportActivity> screen = start(view(document(SamplePack.numbered(7))));
    screen.get().finish();
    screen.pause().stop().destroy();

    assertEquals(PackImport.Stage.REFUSED, Phone.app().running().stage());
    assertFalse(Phone.app().store().hasCurrent());
  }

  @Test
  public void sharedFileIsTakenWhateverItIsCalled() throws Exception {
    Intent shared =
        new Intent(Intent.ACTION_SEND)
            .setType("image/jpeg")
            .putExtra(Intent.EXTRA_STREAM, document(SamplePack.numbered(7)));

    Phone.assertShows(start(shared).get(), Phone.text(Text.IMPORT_ASK_UNKNOWN));
  }

  @Test
  public void pickedFileIsTaken() throws Exception {
    Activity screen = start(new Intent()).get();
    Phone.tap(screen, Phone.text(Text.TAKE_FILE));
    Intent picker = Phone.activity(screen).getNextStartedActivityForResult().intent;
    assertEquals(Intent.ACTION_OPEN_DOCUMENT, picker.getAction());
    assertEquals("*/*", picker.getType());

    Phone.activity(screen)
        .receiveResult(
            picker, Activity.RESULT_OK, new Intent().setData(document(SamplePack.numbered(7))));
    Phone.awaitImport();
    Phone.assertShows(screen, Phone.text(Text.IMPORT_ASK_UNKNOWN));
  }

  @Test
  public void whatIsNoPackIsRefusedWithAReason() throws Exception {
    for (String wrong : new String[] {"", "<!DOCTYPE html><title>Page</title>", "PK\3\4", "text"}) {
      Uri document = Phone.document(new ByteArrayInputStream(wrong.getBytes(UTF_8)));
      Activity screen = start(view(document)).get();

      Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
      assertTrue(wrong, Phone.words(screen).split("\n", -1).length > 2);
      assertFalse(wrong, Phone.app().store().hasCurrent());
    }
  }

  @Test
  public void damagedPackChangesNothing() throws Exception {
    Phone.install(SamplePack.numbered(7));
    byte[] bytes = Files.readAllBytes(Phone.file(SamplePack.numbered(8)).toPath());
    bytes[bytes.length / 2] ^= 1;
    Activity screen = start(view(Phone.document(new ByteArrayInputStream(bytes)))).get();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
    assertEquals(7, shownVersion());
  }

  @Test
  public void olderPackOfTheSamePublisherIsRefused() throws Exception {
    SamplePublisher publisher = new SamplePublisher();
    Phone.install(SamplePack.numbered(7).signedBy(publisher));
    Activity screen = start(view(document(SamplePack.numbered(6).signedBy(publisher)))).get();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
    assertEquals(7, shownVersion());
  }

  @Test
  public void failingAppOnTheOtherSideDoesNoHarm() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the other app died");
          }
        };
    Activity screen = start(view(Phone.document(broken))).get();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
  }

  @Test
  public void hostileIntentsAreRefused() {
    Bundle wrongType = new Bundle();
    wrongType.putString(Intent.EXTRA_STREAM, "content://other.app/1");
    Intent[] hostile = {
      new Intent(Intent.ACTION_VIEW),
      new Intent(Intent.ACTION_SEND),
      new Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, "text only"),
      new Intent(Intent.ACTION_SEND).putExtras(wrongType),
      new Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, new Intent()),
      new Intent(Intent.ACTION_VIEW).setData(Uri.parse("https://example.org/pack.zip")),
      new Intent(Intent.ACTION_VIEW).setData(Uri.parse("javascript:alert(1)")),
      new Intent(Intent.ACTION_VIEW).setData(Uri.parse("nonsense"))
    };
    for (Intent intent : hostile) {
      Activity screen = start(intent).get();
      Phone.assertShows(screen, Phone.text(Text.IMPORT_NO_FILE));
    }
  }

  @Test
  public void ownFilesOfTheAppAreNoPacks() throws Exception {
    new Settings(Phone.app()).setSecure(true);
    Uri own = Uri.parse("file://" + Phone.app().getFilesDir() + "/../shared_prefs/settings.xml");
    Activity screen = start(view(own)).get();

    Phone.assertShows(screen, Phone.text(Text.IMPORT_REFUSED));
  }
}
