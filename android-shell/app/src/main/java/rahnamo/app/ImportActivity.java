package rahnamo.app;

import android.content.ActivityNotFoundException;
import android.content.ContentResolver;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.os.Parcelable;
import rahnamo.app.library.FindingWords;
import rahnamo.app.library.PackImport;
import rahnamo.app.library.PackWords;
import rahnamo.app.text.Text;
import rahnamo.pack.format.Finding;

/**
 * Takes a pack in: from the system's picker, or from another app that opens or shares a file. Of
 * any such app nothing is believed but the bytes.
 */
public final class ImportActivity extends AppScreen implements PackImport.Listener {

  private static final int PICK = 1;

  /** On the screen as long as the pack is being received. */
  private ProgressView[] progress = {};

  @Override
  protected void onCreate(Bundle saved) {
    super.onCreate(saved);
    Uri document = document(getIntent());
    boolean isTurned = saved != null;
    if (isTurned && app().hasImport()) {
      // The system makes the screen anew, for another language say, and gives the old intent again.
      app().running().listen(this);
      show();
    } else if (isPicking(getIntent())) {
      showStart();
    } else if (Uri.EMPTY.equals(document)) {
      showEnd(text(Text.IMPORT_NO_FILE), "");
    } else {
      begin(document);
    }
  }

  /** Whether the app itself opened this screen. */
  private static boolean isPicking(Intent intent) {
    return intent.getAction() == null;
  }

  /** The document that an intent brings; an empty address if there is none that may be read. */
  private static Uri document(Intent intent) {
    try {
      Parcelable given =
          Intent.ACTION_SEND.equals(intent.getAction())
              ? intent.<Parcelable>getParcelableExtra(Intent.EXTRA_STREAM)
              : intent.getData();
      return given instanceof Uri && isReadable((Uri) given) ? (Uri) given : Uri.EMPTY;
    } catch (RuntimeException e) {
      // What a hostile app put into the intent cannot even be unpacked.
      return Uri.EMPTY;
    }
  }

  private static boolean isReadable(Uri document) {
    String scheme = document.getScheme();
    return ContentResolver.SCHEME_CONTENT.equals(scheme)
        || ContentResolver.SCHEME_FILE.equals(scheme);
  }

  private void showStart() {
    if (app().isImporting()) {
      app().running().listen(this);
      show();
      return;
    }
    Form form = Form.on(this).title(text(Text.IMPORT_TITLE));
    form.button(
        text(Text.TAKE_FILE),
        new Runnable() {
          @Override
          public void run() {
            pick();
          }
        });
    form.closing(text(Text.CANCEL));
  }

  private void pick() {
    Intent picker = new Intent(Intent.ACTION_OPEN_DOCUMENT);
    picker.addCategory(Intent.CATEGORY_OPENABLE);
    // Messengers and file managers disagree about the type of a pack, so its content decides.
    picker.setType("*/*");
    try {
      startActivityForResult(picker, PICK);
    } catch (ActivityNotFoundException e) {
      say(text(Text.LINK_NO_APP));
    }
  }

  @Override
  protected void onActivityResult(int request, int result, Intent answer) {
    if (request == PICK && result == RESULT_OK && answer != null) {
      Uri document = document(answer);
      if (Uri.EMPTY.equals(document)) {
        showEnd(text(Text.IMPORT_NO_FILE), "");
      } else {
        begin(document);
      }
    }
  }

  private void begin(Uri document) {
    app().begin(new DocumentSource(getContentResolver(), document), true).listen(this);
    show();
  }

  @Override
  public void changed() {
    runOnUiThread(
        new Runnable() {
          @Override
          public void run() {
            if (!isDestroyed()) {
              show();
            }
          }
        });
  }

  private void show() {
    PackImport running = app().running();
    switch (running.stage()) {
      case RUNNING:
        showRunning(running);
        break;
      case ASKING:
        showQuestion(running);
        break;
      case DONE:
        showEnd(text(Text.IMPORT_DONE), said(running));
        break;
      case REFUSED:
        showEnd(text(Text.IMPORT_REFUSED), said(running));
        break;
    }
  }

  private void showRunning(PackImport running) {
    if (progress.length == 0) {
      Form form = formInPlaceOfProgress(text(Text.IMPORT_TITLE));
      progress = new ProgressView[] {new ProgressView(this)};
      form.view(progress[0]);
      form.button(
          text(Text.CANCEL),
          new Runnable() {
            @Override
            public void run() {
              app().running().cancel();
            }
          });
    }
    progress[0].show(running.percent(), text(Text.IMPORT_RUNNING, running.percent()));
  }

  private Form formInPlaceOfProgress(String title) {
    progress = new ProgressView[0];
    return Form.on(this).title(title);
  }

  private void showQuestion(final PackImport running) {
    PackWords words = new PackWords(running.report(), app().today(), texts());
    Form form = formInPlaceOfProgress(words.trust());
    form.sentence(text(Text.IMPORT_ASK_UNKNOWN));
    form.sentence(words.title(settings().language().code()));
    form.sentence(words.version());
    form.sentence(text(Text.PACK_PUBLISHER, words.publisher()));
    form.closing(text(Text.CANCEL));
    form.button(
        text(Text.ACCEPT),
        new Runnable() {
          @Override
          public void run() {
            Background.run(
                new Runnable() {
                  @Override
                  public void run() {
                    running.accept();
                  }
                });
          }
        });
  }

  private String said(PackImport running) {
    StringBuilder said = new StringBuilder();
    for (Finding finding : running.findings()) {
      said.append(said.length() == 0 ? "" : "\n\n");
      said.append(new FindingWords(texts()).of(finding));
    }
    return said.toString();
  }

  private void showEnd(String result, String reason) {
    Form form = formInPlaceOfProgress(result);
    form.sentence(reason);
    if (app().store().hasCurrent()) {
      form.button(
          text(Text.READ),
          new Runnable() {
            @Override
            public void run() {
              Intent reader = new Intent(ImportActivity.this, ReaderActivity.class);
              startActivity(reader.addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP));
              finish();
            }
          });
    }
    form.closing(text(Text.CLOSE));
  }

  /** A pack that waits for consent is given up with the screen; one on its way goes on. */
  @Override
  protected void onDestroy() {
    if (app().isImporting()) {
      app().running().stopListening();
      if (isFinishing() && app().running().stage() == PackImport.Stage.ASKING) {
        app().running().cancel();
      }
    }
    super.onDestroy();
  }
}
