package rahnamo.app;

import android.content.Context;
import android.webkit.CookieManager;
import android.webkit.GeolocationPermissions;
import android.webkit.JsPromptResult;
import android.webkit.JsResult;
import android.webkit.PermissionRequest;
import android.webkit.RenderProcessGoneDetail;
import android.webkit.WebChromeClient;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebSettings;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import rahnamo.app.link.Link;
import rahnamo.app.link.LinkKind;
import rahnamo.app.page.PageAnswer;
import rahnamo.app.page.PageServer;

/**
 * A WebView that gets every byte from a {@link PageServer} and keeps nothing. Pages cannot reach
 * the app, the phone's files, its sensors, or the network.
 */
final class PageView extends WebView {

  /** Hears of what happens in the page. */
  interface Listener {
    /** The reader tapped a link that leads out of the pack. */
    void linkTapped(Link link);

    void pageShown(String url);

    /** The page cannot be shown any more, and neither can any other in this view. */
    void pageGone();
  }

  private boolean isGone;

  PageView(Context context) {
    super(context);
    WebView.setWebContentsDebuggingEnabled(false);
    CookieManager cookies = CookieManager.getInstance();
    cookies.setAcceptCookie(false);
    cookies.setAcceptThirdPartyCookies(this, false);
    setWebChromeClient(new Refusals());
    WebSettings settings = getSettings();
    settings.setAllowFileAccess(false);
    settings.setAllowFileAccessFromFileURLs(false);
    settings.setAllowUniversalAccessFromFileURLs(false);
    settings.setAllowContentAccess(false);
    settings.setBlockNetworkLoads(true);
    settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
    settings.setCacheMode(WebSettings.LOAD_NO_CACHE);
    settings.setDomStorageEnabled(false);
    settings.setDatabaseEnabled(false);
    settings.setSaveFormData(false);
    settings.setGeolocationEnabled(false);
    settings.setJavaScriptCanOpenWindowsAutomatically(false);
    settings.setSupportMultipleWindows(false);
    settings.setMediaPlaybackRequiresUserGesture(true);
    settings.setBuiltInZoomControls(true);
    settings.setDisplayZoomControls(false);
    settings.setUseWideViewPort(true);
  }

  /**
   * Takes all answers from a server from now on.
   *
   * @param isTrusted scripts of strangers are not run: old WebViews have known holes, and pages
   *     read well without
   */
  void connect(PageServer server, boolean isTrusted, Listener listener) {
    getSettings().setJavaScriptEnabled(isTrusted);
    setWebViewClient(new Client(server, listener));
  }

  /** Leaves nothing behind. */
  void forget() {
    if (isGone) {
      return;
    }
    stopLoading();
    clearHistory();
    clearFormData();
    clearMatches();
    clearCache(true);
  }

  /** Asks the server for every byte, and the app about everything else. */
  final class Client extends WebViewClient {

    private final PageServer server;
    private final Listener listener;

    Client(PageServer server, Listener listener) {
      this.server = server;
      this.listener = listener;
    }

    @Override
    public WebResourceResponse shouldInterceptRequest(WebView view, WebResourceRequest request) {
      PageAnswer answer =
          server.answer(
              request.getMethod(), request.getUrl().toString(), request.getRequestHeaders());
      return new WebResourceResponse(
          answer.mediaType(),
          answer.encoding().isEmpty() ? null : answer.encoding(),
          answer.status().code(),
          answer.status().reason(),
          answer.headers(),
          answer.body());
    }

    @Override
    public boolean shouldOverrideUrlLoading(WebView view, String url) {
      Link link = Link.of(url);
      if (link.kind() == LinkKind.INSIDE) {
        return false;
      }
      listener.linkTapped(link);
      return true;
    }

    @Override
    public void onPageFinished(WebView view, String url) {
      listener.pageShown(url);
    }

    /**
     * Called from Android 8 on; unless it is answered so, the system stops the whole app. No
     * override, because what the app is compiled against does not have it.
     */
    public boolean onRenderProcessGone(WebView view, RenderProcessGoneDetail detail) {
      isGone = true;
      listener.pageGone();
      return true;
    }
  }

  /** A page gets neither the phone's sensors nor windows that look like the app's own. */
  private static final class Refusals extends WebChromeClient {

    @Override
    public void onPermissionRequest(PermissionRequest request) {
      request.deny();
    }

    @Override
    public void onGeolocationPermissionsShowPrompt(
        String origin, GeolocationPermissions.Callback callback) {
      callback.invoke(origin, false, false);
    }

    @Override
    public boolean onJsAlert(WebView view, String url, String message, JsResult result) {
      result.cancel();
      return true;
    }

    @Override
    public boolean onJsConfirm(WebView view, String url, String message, JsResult result) {
      result.cancel();
      return true;
    }

    @Override
    public boolean onJsPrompt(
        WebView view, String url, String message, String value, JsPromptResult result) {
      result.cancel();
      return true;
    }

    @Override
    public boolean onJsBeforeUnload(WebView view, String url, String message, JsResult result) {
      result.confirm();
      return true;
    }
  }
}
