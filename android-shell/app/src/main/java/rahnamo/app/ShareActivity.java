package rahnamo.app;

import android.content.ClipData;
import android.content.Intent;
import android.net.Uri;
import android.view.WindowManager;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rahnamo.app.share.LocalAddress;
import rahnamo.app.share.LocalServer;
import rahnamo.app.share.ServedFiles;
import rahnamo.app.text.Megabytes;
import rahnamo.app.text.Text;
import rahnamo.pack.format.ContentType;
import rahnamo.pack.format.InstalledPack;
import rahnamo.pack.format.InvalidPackException;
import rahnamo.pack.format.PackFile;

/** Hands pack and app on: as files, or as a page for phones beside this one while it is shown. */
public final class ShareActivity extends AppScreen implements LocalServer.Listener {

  private static final int IDLE_MINUTES = 15;

  private LocalServer[] servers = {};
  private PackFile[] served = {};

  @Override
  protected void onStart() {
    super.onStart();
    showChoice("");
  }

  private void showChoice(String news) {
    Form form = Form.on(this).title(text(Text.SHARE));
    form.sentence(news);
    if (app().store().hasCurrent()) {
      final InstalledPack pack = app().store().current();
      form.button(
          text(Text.SHARE_PACK, Megabytes.of(pack.file().length())),
          new Runnable() {
            @Override
            public void run() {
              send(ShareProvider.pack(ShareActivity.this, pack));
            }
          });
      form.button(
          text(Text.SHARE_PAGE),
          new Runnable() {
            @Override
            public void run() {
              startServer();
            }
          });
    }
    form.button(
        text(Text.SHARE_APP),
        new Runnable() {
          @Override
          public void run() {
            send(ShareProvider.app(ShareActivity.this));
          }
        });
    form.closing(text(Text.CLOSE));
  }

  private void send(Uri file) {
    Intent intent = new Intent(Intent.ACTION_SEND);
    intent.setType(ContentType.of(String.valueOf(file.getLastPathSegment())));
    intent.putExtra(Intent.EXTRA_STREAM, file);
    intent.setClipData(ClipData.newRawUri("", file));
    intent.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
    startActivity(Intent.createChooser(intent, text(Text.SHARE)));
  }

  private void startServer() {
    try {
      List<InetAddress> addresses = LocalAddress.all();
      if (addresses.isEmpty()) {
        showChoice(text(Text.SHARE_NO_NETWORK));
        return;
      }
      InstalledPack pack = app().store().current();
      PackFile open = pack.open();
      served = new PackFile[] {open};
      ServedFiles files =
          new ServedFiles(open, pack.report().manifest(), pack.file(), ShareProvider.appFile(this));
      long idle = TimeUnit.MINUTES.toMillis(IDLE_MINUTES);
      LocalServer server = LocalServer.start(files, addresses.get(0), idle, this);
      servers = new LocalServer[] {server};
      showServer(server.address());
    } catch (IOException | InvalidPackException e) {
      stopServer();
      showChoice(text(Text.SHARE_FAILED, String.valueOf(e.getMessage())));
    }
  }

  private void showServer(String address) {
    getWindow().addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
    Form form = Form.on(this).title(text(Text.SHARE_PAGE));
    form.sentence(text(Text.SHARE_HOW));
    form.title(address);
    form.view(new QrView(this, address, text(Text.SHARE_CODE, address)));
    form.sentence(text(Text.SHARE_ENDS, IDLE_MINUTES));
    form.button(
        text(Text.CLOSE),
        new Runnable() {
          @Override
          public void run() {
            stopServer();
            showChoice(text(Text.SHARE_STOPPED));
          }
        });
  }

  @Override
  public void stopped() {
    runOnUiThread(
        new Runnable() {
          @Override
          public void run() {
            if (!isDestroyed() && servers.length > 0) {
              stopServer();
              showChoice(text(Text.SHARE_STOPPED));
            }
          }
        });
  }

  private void stopServer() {
    getWindow().clearFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
    LocalServer[] stopping = servers;
    PackFile[] closing = served;
    // A server says that it has stopped; by then it must be nobody's any more.
    servers = new LocalServer[0];
    served = new PackFile[0];
    for (LocalServer server : stopping) {
      server.close();
    }
    for (PackFile pack : closing) {
      try {
        pack.close();
      } catch (IOException e) {
        // It was only read.
      }
    }
  }

  /** Nobody is served unless the reader sees it. */
  @Override
  protected void onStop() {
    stopServer();
    super.onStop();
  }
}
