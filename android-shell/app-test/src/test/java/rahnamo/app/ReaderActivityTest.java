package rahnamo.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import android.app.AlertDialog;
import android.content.Context;
import android.content.Intent;
import android.content.res.Configuration;
import android.net.Uri;
import android.os.Bundle;
import android.webkit.CookieManager;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebSettings;
import android.webkit.WebView;
import android.widget.EditText;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowAlertDialog;
import org.robolectric.shadows.ShadowToast;
import rahnamo.app.page.PageServer;
import rahnamo.app.text.Text;
import rahnamo.pack.format.SamplePack;
import rahnamo.pack.format.SamplePublisher;

@RunWith(RobolectricTestRunner.class)
@SuppressWarnings("deprecation") // what Android 5 has is deprecated in Android 15
public class ReaderActivityTest {

  private static final String START = PageServer.ORIGIN + "/index.html";

  private static ActivityController<ReaderActivity> start() {
    ActivityController<ReaderActivity> screen = Robolectric.buildActivity(ReaderActivity.class);
    screen.setup();
    Phone.idle();
    return screen;
  }

  private static WebView page(ReaderActivity screen) {
    return Phone.views(screen, WebView.class).get(0);
  }

  private static void tapLink(ReaderActivity screen, String url) {
    assertTrue(Phone.web(page(screen)).getWebViewClient().shouldOverrideUrlLoading(null, url));
    Phone.idle();
  }

  @Test
  public void withoutAPackItSaysHowToGetOne() {
    ReaderActivity screen = start().get();

    Phone.assertShows(screen, Phone.text(Text.NO_PACK));
    assertTrue(Phone.views(screen, WebView.class).isEmpty());
    assertTrue(Phone.views(screen, PackBar.class).isEmpty());
  }

  @Test
  public void unsignedPackIsShownWithAMarkAndWithoutScripts() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();

    Phone.assertShows(screen, Phone.text(Text.TRUST_UNSIGNED));
    Phone.assertShows(screen, "Version 7 of 2026-03-01");
    assertEquals(START, Phone.web(page(screen)).getLastLoadedUrl());
    assertFalse(page(screen).getSettings().getJavaScriptEnabled());
  }

  @Test
  public void packOfSomebodyUnknownIsMarked() throws Exception {
    Phone.install(SamplePack.numbered(7).signedBy(new SamplePublisher()));
    ReaderActivity screen = start().get();

    Phone.assertShows(screen, Phone.text(Text.TRUST_UNKNOWN));
    assertFalse(page(screen).getSettings().getJavaScriptEnabled());
  }

  @Test
  @Config(qualifiers = "tg")
  public void firstPageIsInTheLanguageOfThePhone() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();

    assertEquals(PageServer.ORIGIN + "/tg/index.html", Phone.web(page(screen)).getLastLoadedUrl());
    Phone.assertShows(screen, "Нусхаи 7 аз 2026-03-01");
  }

  @Test
  public void barIsNoPartOfThePage() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();
    PackBar bar = Phone.views(screen, PackBar.class).get(0);

    for (var parent = bar.getParent(); parent != null; parent = parent.getParent()) {
      assertFalse(parent instanceof WebView);
    }
    assertTrue(bar.getContentDescription().toString().contains("NOT SIGNED"));
    bar.performClick();
    assertEquals(
        PacksActivity.class.getName(),
        Phone.activity(screen).getNextStartedActivity().getComponent().getClassName());
  }

  @Test
  public void webViewReachesNothingButThePack() throws Exception {
    Phone.install(SamplePack.numbered(7));
    WebView page = page(start().get());
    WebSettings settings = page.getSettings();

    assertFalse(settings.getAllowFileAccess());
    assertFalse(settings.getAllowContentAccess());
    assertFalse(settings.getAllowFileAccessFromFileURLs());
    assertFalse(settings.getAllowUniversalAccessFromFileURLs());
    assertTrue(settings.getBlockNetworkLoads());
    assertFalse(settings.getDomStorageEnabled());
    assertFalse(settings.getDatabaseEnabled());
    assertFalse(settings.getJavaScriptCanOpenWindowsAutomatically());
    assertFalse(settings.supportMultipleWindows());
    assertTrue(settings.getMediaPlaybackRequiresUserGesture());
    assertEquals(WebSettings.LOAD_NO_CACHE, settings.getCacheMode());
    assertEquals(WebSettings.MIXED_CONTENT_NEVER_ALLOW, settings.getMixedContentMode());
    assertFalse(CookieManager.getInstance().acceptCookie());
  }

  @Test
  public void everyRequestIsAnsweredByTheApp() throws Exception {
    Phone.install(SamplePack.numbered(7));
    WebView page = page(start().get());

    WebResourceResponse own = answer(page, START);
    assertEquals(200, own.getStatusCode());
    assertEquals("text/html", own.getMimeType());
    assertEquals("utf-8", own.getEncoding());
    assertEquals(
        "<!DOCTYPE html><title>Choice</title>",
        new String(own.getData().readAllBytes(), StandardCharsets.UTF_8));
    for (String other :
        new String[] {"https://example.org/a.js", "http://pack.invalid/", "file:///etc/hosts"}) {
      assertEquals(other, 403, answer(page, other).getStatusCode());
    }
    WebResourceResponse part =
        answer(page, PageServer.ORIGIN + "/media/sound.mp3", Map.of("Range", "bytes=2-3"));
    assertEquals(206, part.getStatusCode());
    assertEquals("bytes 2-3/10", part.getResponseHeaders().get("Content-Range"));
  }

  private static WebResourceResponse answer(WebView page, String url) {
    return answer(page, url, Map.of());
  }

  private static WebResourceResponse answer(WebView page, String url, Map<String, String> headers) {
    WebResourceRequest request =
        (WebResourceRequest)
            Proxy.newProxyInstance(
                ReaderActivityTest.class.getClassLoader(),
                new Class<?>[] {WebResourceRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getUrl" -> Uri.parse(url);
                      case "getMethod" -> "GET";
                      case "getRequestHeaders" -> headers;
                      default -> false;
                    });
    return Phone.web(page).getWebViewClient().shouldInterceptRequest(page, request);
  }

  @Test
  public void numberIsDialledOnlyAfterAsking() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();

    tapLink(screen, "tel:112");
    assertEquals(Phone.text(Text.LINK_PHONE, "112"), Phone.questionText());
    Phone.answer(false);
    assertNull(Phone.activity(screen).getNextStartedActivity());

    tapLink(screen, "tel:112");
    Phone.answer(true);
    Intent dialled = Phone.activity(screen).getNextStartedActivity();
    assertEquals(Intent.ACTION_DIAL, dialled.getAction());
    assertEquals("tel:112", dialled.getDataString());
  }

  @Test
  public void siteIsOpenedOutsideOnlyAfterAsking() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();

    tapLink(screen, "https://example.org/page");
    assertTrue(Phone.questionText().contains("example.org"));
    Phone.answer(true);
    Intent opened = Phone.activity(screen).getNextStartedActivity();
    assertEquals(Intent.ACTION_VIEW, opened.getAction());
    assertTrue(opened.hasCategory(Intent.CATEGORY_BROWSABLE));
  }

  @Test
  public void dangerousLinkIsNotEvenAskedAbout() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();

    tapLink(screen, "intent://x#Intent;package=a;end");
    assertNull(ShadowAlertDialog.getLatestDialog());
    assertNull(Phone.activity(screen).getNextStartedActivity());
    assertEquals(Phone.text(Text.LINK_REFUSED), ShadowToast.getTextOfLatestToast());
  }

  @Test
  public void pageOfThePackIsOpenedInPlace() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();

    assertFalse(
        Phone.web(page(screen))
            .getWebViewClient()
            .shouldOverrideUrlLoading(null, PageServer.ORIGIN + "/tg/index.html"));
  }

  @Test
  public void whatWasReadIsNotRemembered() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ActivityController<ReaderActivity> screen = start();
    String url = PageServer.ORIGIN + "/tg/index.html";
    Phone.web(page(screen.get())).getWebViewClient().onPageFinished(null, url);
    Bundle state = new Bundle();
    screen.pause().stop().saveInstanceState(state).destroy();

    assertTrue(state.isEmpty());
    assertFalse(kept().toString(), kept().toString().contains("tg/index.html"));
    assertEquals(START, Phone.web(page(start().get())).getLastLoadedUrl());
  }

  @Test
  public void whatWasReadIsRememberedIfAskedFor() throws Exception {
    Phone.install(SamplePack.numbered(7));
    new Settings(Phone.app()).rememberPage(true);
    ActivityController<ReaderActivity> screen = start();
    String url = PageServer.ORIGIN + "/tg/index.html";
    Phone.web(page(screen.get())).getWebViewClient().onPageFinished(null, url);
    screen.pause().stop().destroy();
    assertEquals(url, Phone.web(page(start().get())).getLastLoadedUrl());

    new Settings(Phone.app()).rememberPage(false);
    assertFalse(kept().toString(), kept().toString().contains("tg/index.html"));
  }

  private static Map<String, ?> kept() {
    return Phone.app().getSharedPreferences(Settings.FILE, Context.MODE_PRIVATE).getAll();
  }

  @Test
  public void damagedPackDoesNotLockTheApp() throws Exception {
    Phone.install(SamplePack.numbered(7));
    try (var file = new java.io.RandomAccessFile(Phone.app().store().current().file(), "rw")) {
      file.setLength(file.length() / 2);
    }
    ReaderActivity screen = start().get();

    Phone.assertShows(screen, Phone.text(Text.PAGE_DAMAGED));
    Phone.assertShows(screen, Phone.text(Text.MENU));
  }

  @Test
  public void newPackIsShownWhenTheReaderComesBack() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ActivityController<ReaderActivity> screen = start();
    screen.pause().stop();
    Phone.install(SamplePack.numbered(8));
    screen.restart().start().resume();

    Phone.assertShows(screen.get(), "Version 8 of 2026-03-01");
  }

  @Test
  @Config(application = BrandedApp.class)
  public void packOfTheAppIsTakenInAtTheFirstStartAndNotAgainOnceDeleted() throws Exception {
    ReaderActivity screen = start().get();
    Phone.awaitOver();
    Phone.assertShows(screen, Phone.text(Text.TRUST_TRUSTED));
    assertTrue(page(screen).getSettings().getJavaScriptEnabled());

    SettingsActivity settings = Robolectric.buildActivity(SettingsActivity.class).setup().get();
    Phone.tap(settings, Phone.text(Text.DELETE_ALL));
    Phone.answer(true);
    ReaderActivity again = start().get();
    Phone.idle();

    assertFalse(Phone.app().isImporting());
    Phone.assertShows(again, Phone.text(Text.NO_PACK));
  }

  @Test
  @Config(application = BrandedApp.class)
  public void packOfTheAppComesBackIfTheOnlyOneIsLost() throws Exception {
    start();
    Phone.awaitOver();
    Phone.app().store().deleteAll();
    ReaderActivity screen = start().get();
    Phone.awaitOver();

    Phone.assertShows(screen, Phone.text(Text.TRUST_TRUSTED));
  }

  @Test
  public void pageThatBrokeTheAppIsNotOpenedAgainByItself() throws Exception {
    Phone.install(SamplePack.numbered(7));
    new Settings(Phone.app()).rememberPage(true);
    new Settings(Phone.app()).notePage(PageServer.ORIGIN + "/tg/index.html");
    // Killed while it opens the page: none of its last methods is called.
    start();
    ReaderActivity screen = start().get();

    Phone.assertShows(screen, Phone.text(Text.PAGE_BROKE_OFF));
    assertTrue(Phone.views(screen, WebView.class).isEmpty());
    Phone.assertShows(screen, Phone.text(Text.MENU));
    Phone.tap(screen, Phone.text(Text.PAGE_AGAIN));
    assertEquals(START, Phone.web(page(screen)).getLastLoadedUrl());
    Phone.web(page(screen)).getWebViewClient().onPageFinished(null, START);
    assertEquals(START, Phone.web(page(start().get())).getLastLoadedUrl());
  }

  @Test
  public void leavingWhileAPageOpensIsNoBreak() throws Exception {
    Phone.install(SamplePack.numbered(7));
    start().pause().stop().destroy();

    assertEquals(START, Phone.web(page(start().get())).getLastLoadedUrl());
  }

  @Test
  @Config(sdk = 35)
  public void pageThatBreaksItsProcessDoesNotBreakTheApp() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ActivityController<ReaderActivity> screen = start();
    WebView page = page(screen.get());
    assertTrue(Phone.web(page).getWebViewClient().onRenderProcessGone(page, null));
    Phone.idle();

    ReaderActivity after = start().get();
    Phone.assertShows(after, Phone.text(Text.PAGE_BROKE_OFF));
  }

  @Test
  public void pageAsksOneThingAtATime() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();
    tapLink(screen, "tel:112");
    Object first = Phone.question();
    tapLink(screen, "tel:113");

    assertTrue(first == Phone.question());
    Phone.answer(false);
    tapLink(screen, "tel:113");
    assertEquals(Phone.text(Text.LINK_PHONE, "113"), Phone.questionText());
  }

  @Test
  public void turningThePhoneChangesNothing() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ActivityController<ReaderActivity> screen = start();
    WebView before = page(screen.get());
    Configuration turned = new Configuration(Phone.app().getResources().getConfiguration());
    turned.orientation = Configuration.ORIENTATION_LANDSCAPE;
    screen.configurationChange(turned);

    assertTrue("the page was loaded anew", before == page(screen.get()));
  }

  @Test
  public void wordsAreFoundInThePageAndForgotten() throws Exception {
    Phone.install(SamplePack.numbered(7));
    ReaderActivity screen = start().get();
    Phone.tap(screen, Phone.text(Text.MENU));
    ((AlertDialog) ShadowAlertDialog.getLatestDialog()).getListView().performItemClick(null, 0, 0);
    Phone.idle();
    EditText words = Phone.views(screen, EditText.class).get(0);
    words.setText("patent");
    FindBar bar = Phone.views(screen, FindBar.class).get(0);
    bar.onFindResultReceived(1, 3, true);
    Phone.assertShows(screen, Phone.text(Text.FIND_COUNT, 2, 3));
    bar.onFindResultReceived(0, 0, true);
    Phone.assertShows(screen, Phone.text(Text.FIND_NOTHING));

    screen.onBackPressed();
    assertFalse(bar.isOpen());
    assertEquals("", words.getText().toString());
  }

  @Test
  @Config(qualifiers = "night")
  public void darkPhoneGetsADarkPage() throws IOException, Exception {
    Phone.install(SamplePack.numbered(7));
    WebView page = page(start().get());

    String sheet =
        new String(
            answer(page, PageServer.ORIGIN + "/assets/site.css").getData().readAllBytes(),
            StandardCharsets.UTF_8);
    assertTrue(sheet, sheet.startsWith("@media (min-width:0)"));
  }
}
