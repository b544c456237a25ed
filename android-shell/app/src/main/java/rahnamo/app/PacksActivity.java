package rahnamo.app;

import java.util.List;
import rahnamo.app.library.FindingWords;
import rahnamo.app.library.PackWords;
import rahnamo.app.text.Megabytes;
import rahnamo.app.text.Text;
import rahnamo.pack.format.Finding;
import rahnamo.pack.format.InstalledPack;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackStore;

/** Says everything that is known of the pack, and can return to the one before. */
public final class PacksActivity extends AppScreen {

  @Override
  protected void onStart() {
    super.onStart();
    show();
  }

  private void show() {
    PackStore store = app().store();
    Form form = Form.on(this).title(text(Text.PACKS));
    if (store.hasCurrent()) {
      describe(form, store.current());
    } else {
      form.sentence(text(Text.NO_PACK));
    }
    for (Finding finding : store.findings()) {
      form.sentence(message(finding));
    }
    form.opening(text(Text.TAKE_FILE), ImportActivity.class);
    if (store.hasCurrent()) {
      form.opening(text(Text.SHARE), ShareActivity.class);
    }
    addPrevious(form);
  }

  /** The pack before is verified anew, which takes too long for the screen to stand still. */
  private void addPrevious(final Form form) {
    Background.run(
        new Runnable() {
          @Override
          public void run() {
            final List<InstalledPack> found = app().store().findPrevious();
            runOnUiThread(
                new Runnable() {
                  @Override
                  public void run() {
                    for (InstalledPack previous : found) {
                      addRestoring(form, previous);
                    }
                    form.closing(text(Text.CLOSE));
                  }
                });
          }
        });
  }

  private PackWords words(InstalledPack pack) {
    return new PackWords(pack.report(), app().today(), texts());
  }

  private String message(Finding finding) {
    return new FindingWords(texts()).of(finding);
  }

  private void describe(Form form, InstalledPack pack) {
    PackWords words = words(pack);
    form.sentence(words.title(settings().language().code()));
    form.sentence(words.trust());
    form.sentence(words.version());
    form.sentence(text(Text.PACK_STALE, pack.report().manifest().staleAfter()));
    form.sentence(text(Text.PACK_SIZE, Megabytes.of(pack.file().length())));
    form.sentence(text(Text.PACK_PUBLISHER, words.publisher()));
    form.sentence(text(Text.PACK_SIGNER, words.signer()));
    for (Finding finding : pack.report().findings()) {
      form.sentence(message(finding));
    }
  }

  private void addRestoring(Form form, InstalledPack previous) {
    PackWords words = words(previous);
    form.sentence(words.version() + "\n" + words.trust());
    form.button(
        text(Text.RESTORE),
        new Runnable() {
          @Override
          public void run() {
            ask(
                text(Text.RESTORE_ASK),
                Text.RESTORE,
                new Runnable() {
                  @Override
                  public void run() {
                    restore();
                  }
                });
          }
        });
  }

  private void restore() {
    Background.run(
        new Runnable() {
          @Override
          public void run() {
            final String result = restored();
            runOnUiThread(
                new Runnable() {
                  @Override
                  public void run() {
                    say(result);
                    show();
                  }
                });
          }
        });
  }

  private String restored() {
    try {
      app().store().restorePrevious();
      return text(Text.RESTORED);
    } catch (InvalidPackException e) {
      return message(e.finding());
    }
  }
}
