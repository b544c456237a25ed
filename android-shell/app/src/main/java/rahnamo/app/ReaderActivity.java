package rahnamo.app;

import android.app.AlertDialog;
import android.content.DialogInterface;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;
import java.io.IOException;
import rahnamo.app.library.FindingWords;
import rahnamo.app.library.PackImport;
import rahnamo.app.library.PackWords;
import rahnamo.app.link.Link;
import rahnamo.app.link.LinkKind;
import rahnamo.app.page.PageServer;
import rahnamo.app.text.Text;
import rahnamo.pack.format.Digest;
import rahnamo.pack.format.InstalledPack;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;
import rahnamo.pack.format.TrustState;

/** Shows the pages of the current pack; without one, how to get it. */
public final class ReaderActivity extends AppScreen
    implements PageView.Listener, PackImport.Listener {

  private PackBar bar;
  private PageView page;
  private FindBar find;
  private TextView notice;
  private Button again;
  private View buttons;
  private PackFile[] open = {};
  private PageServer[] server = {};
  private String shown = "";
  private boolean isVisible;
  private boolean isPreparing;

  @Override
  protected void onCreate(Bundle saved) {
    super.onCreate(saved);
    // Neither changes while the app runs, and the system takes its time to tell the certificate.
    String warning = Certificate.of(this).isOfTests() ? text(Text.TEST_APP) : "";
    bar = new PackBar(this, warning, app().brand().colour(PackBar.TRUSTED));
    bar.setOnClickListener(opening(PacksActivity.class));
    page = new PageView(this);
    find = new FindBar(this, page, texts());
    notice = new TextView(this);
    notice.setTextSize(20);
    int margin = Form.pixels(this, 16);
    notice.setPadding(margin, margin, margin, margin);
    again = new Button(this);
    again.setText(text(Text.PAGE_AGAIN));
    again.setAllCaps(false);
    again.setVisibility(View.GONE);
    again.setOnClickListener(again());
    buttons = buttons();
    LinearLayout column = new LinearLayout(this);
    column.setOrientation(LinearLayout.VERTICAL);
    column.setFitsSystemWindows(true);
    column.addView(bar);
    column.addView(notice);
    column.addView(again);
    column.addView(page, new LinearLayout.LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, 0, 1));
    column.addView(find);
    column.addView(buttons);
    setContentView(column);
    takeInWhatCameWithTheApp();
  }

  private View buttons() {
    LinearLayout row = new LinearLayout(this);
    addButton(row, Text.BACK, backwards());
    addButton(row, Text.HOME, homewards());
    addButton(row, Text.MENU, menu());
    return row;
  }

  private void addButton(LinearLayout row, Text text, View.OnClickListener listener) {
    Button button = new Button(this);
    button.setText(text(text));
    button.setAllCaps(false);
    button.setOnClickListener(listener);
    row.addView(button, new LinearLayout.LayoutParams(0, ViewGroup.LayoutParams.WRAP_CONTENT, 1));
  }

  private View.OnClickListener backwards() {
    return new View.OnClickListener() {
      @Override
      public void onClick(View view) {
        onBackPressed();
      }
    };
  }

  private View.OnClickListener homewards() {
    return new View.OnClickListener() {
      @Override
      public void onClick(View view) {
        goHome();
      }
    };
  }

  private View.OnClickListener menu() {
    return new View.OnClickListener() {
      @Override
      public void onClick(View view) {
        showMenu();
      }
    };
  }

  private View.OnClickListener opening(final Class<?> screen) {
    return new View.OnClickListener() {
      @Override
      public void onClick(View view) {
        startActivity(new Intent(ReaderActivity.this, screen));
      }
    };
  }

  private void takeInWhatCameWithTheApp() {
    boolean isMissing = !app().store().hasCurrent() && !settings().isDeleted();
    boolean isWanted = isMissing || settings().isNewApp(this);
    if (isWanted && !app().isImporting() && app().brand().hasPack()) {
      app().begin(new AssetSource(app().brand(), AppVersion.of(this)), false);
      isPreparing = true;
    }
    if (app().isImporting()) {
      app().running().listen(this);
    }
  }

  @Override
  public void changed() {
    runOnUiThread(
        new Runnable() {
          @Override
          public void run() {
            if (!isDestroyed()) {
              progress();
            }
          }
        });
  }

  private void progress() {
    if (app().isImporting()) {
      showNotice(text(Text.PREPARING) + "\n" + app().running().percent() + " %");
    } else {
      if (app().store().hasCurrent()) {
        settings().noteApp(this);
      }
      showPack();
    }
  }

  @Override
  protected void onStart() {
    super.onStart();
    isVisible = true;
    page.getSettings().setTextZoom(settings().pageZoom());
    if (app().isImporting() && !app().store().hasCurrent()) {
      progress();
    } else {
      showPack();
    }
  }

  /** Shows the current pack, unless it is on the screen already. */
  private void showPack() {
    if (!app().store().hasCurrent()) {
      forgetPack();
      showNotice(text(Text.NO_PACK) + whyNone());
      return;
    }
    InstalledPack pack = app().store().current();
    bar.show(new PackWords(pack.report(), app().today(), texts()));
    if (key(pack).equals(shown)) {
      showPage();
    } else if (settings().isLastOpeningBroken()) {
      // Whatever a page does to this WebView, the menu and the packs stay within reach.
      showNotice(text(Text.PAGE_BROKE_OFF));
      again.setVisibility(View.VISIBLE);
    } else {
      open(pack);
    }
  }

  /** What was wrong with the pack that came with the app, such as too little room. */
  private String whyNone() {
    boolean isRefused = isPreparing && app().running().stage() == PackImport.Stage.REFUSED;
    return isRefused && !app().running().findings().isEmpty()
        ? "\n\n" + new FindingWords(texts()).of(app().running().findings().get(0))
        : "";
  }

  private void open(InstalledPack pack) {
    boolean isTrusted = pack.report().state() == TrustState.TRUSTED;
    if (connect(pack, isTrusted)) {
      shown = key(pack);
      showPage();
    } else {
      shown = "";
      showNotice(text(Text.PAGE_DAMAGED));
    }
  }

  private void showPage() {
    notice.setVisibility(View.GONE);
    again.setVisibility(View.GONE);
    page.setVisibility(View.VISIBLE);
  }

  private View.OnClickListener again() {
    return new View.OnClickListener() {
      @Override
      public void onClick(View view) {
        settings().noteOpened();
        settings().forgetPage();
        showPack();
      }
    };
  }

  private String key(InstalledPack pack) {
    Digest identity = pack.report().identity();
    return identity.hex() + settings().scheme() + settings().language();
  }

  /** Returns whether the pack could be opened. */
  private boolean connect(InstalledPack pack, boolean isTrusted) {
    closePack();
    try {
      PackFile file = pack.open();
      open = new PackFile[] {file};
      server = new PageServer[] {new PageServer(file, isTrusted, settings().scheme(), texts())};
      page.connect(server[0], isTrusted, this);
      settings().noteOpening();
      String last = settings().lastPage();
      page.loadUrl(last.isEmpty() ? home() : last);
      return true;
    } catch (IOException | InvalidPackException e) {
      return false;
    }
  }

  private String home() {
    return server[0].startPage(settings().language().code());
  }

  private void showNotice(String text) {
    notice.setText(text);
    notice.setVisibility(View.VISIBLE);
    again.setVisibility(View.GONE);
    page.setVisibility(View.GONE);
  }

  private void forgetPack() {
    closePack();
    bar.setVisibility(View.GONE);
    page.forget();
    shown = "";
  }

  private void closePack() {
    for (PackFile file : open) {
      try {
        file.close();
      } catch (IOException e) {
        // It was only read.
      }
    }
    open = new PackFile[0];
    server = new PageServer[0];
  }

  private void goHome() {
    if (server.length > 0) {
      page.loadUrl(home());
    }
  }

  @Override
  public void onBackPressed() {
    if (find.isOpen()) {
      find.close();
    } else if (page.canGoBack()) {
      page.goBack();
    } else {
      super.onBackPressed();
    }
  }

  private void showMenu() {
    final Text[] items = {Text.FIND, Text.PACKS, Text.TAKE_FILE, Text.SHARE, Text.SETTINGS};
    CharSequence[] names = new CharSequence[items.length];
    for (int i = 0; i < items.length; i++) {
      names[i] = text(items[i]);
    }
    new AlertDialog.Builder(this)
        .setItems(
            names,
            new DialogInterface.OnClickListener() {
              @Override
              public void onClick(DialogInterface dialog, int which) {
                chosen(items[which]);
              }
            })
        .show();
  }

  private void chosen(Text item) {
    switch (item) {
      case FIND:
        find.open();
        break;
      case PACKS:
        startActivity(new Intent(this, PacksActivity.class));
        break;
      case TAKE_FILE:
        startActivity(new Intent(this, ImportActivity.class));
        break;
      case SHARE:
        startActivity(new Intent(this, ShareActivity.class));
        break;
      default:
        startActivity(new Intent(this, SettingsActivity.class));
    }
  }

  /** One question at a time: a page could otherwise ask without end. */
  @Override
  public void linkTapped(final Link link) {
    if (isAsking()) {
      return;
    }
    if (link.kind() == LinkKind.REFUSED) {
      say(text(Text.LINK_REFUSED));
      return;
    }
    ask(
        text(OutsideLinks.question(link.kind()), link.target()),
        Text.LEAVE,
        new Runnable() {
          @Override
          public void run() {
            if (!OutsideLinks.open(ReaderActivity.this, link)) {
              say(text(Text.LINK_NO_APP));
            }
          }
        });
  }

  @Override
  public void pageShown(String url) {
    settings().noteOpened();
    if (PageServer.isInside(url)) {
      settings().notePage(url);
    }
  }

  /**
   * The system took the page's process away. Behind other apps that is for want of memory; before
   * the reader's eyes the page itself may be the reason, and opening it again would not end.
   */
  @Override
  public void pageGone() {
    shown = "";
    if (isVisible) {
      settings().noteOpening();
    }
    recreate();
  }

  /** To leave the app while a page is being opened is no sign that the page is broken. */
  @Override
  protected void onStop() {
    isVisible = false;
    if (!shown.isEmpty()) {
      settings().noteOpened();
    }
    super.onStop();
  }

  @Override
  protected void onDestroy() {
    if (app().isImporting()) {
      app().running().stopListening();
    }
    page.forget();
    page.destroy();
    closePack();
    super.onDestroy();
  }
}
