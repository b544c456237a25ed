package rahnamo.app;

import android.content.Context;
import android.content.SharedPreferences;
import android.content.res.Configuration;
import rahnamo.app.page.ColourScheme;
import rahnamo.app.text.AppLanguage;

/**
 * What the reader chose, kept on the phone. Nothing in it tells what was read, unless asked for.
 */
final class Settings {

  static final String FILE = "settings";
  static final int MIN_ZOOM = 60;
  static final int MAX_ZOOM = 300;
  private static final int DEFAULT_ZOOM = 100;
  private static final int ZOOM_STEP = 20;

  private static final String LANGUAGE = "language";
  private static final String SCHEME = "scheme";
  private static final String ZOOM = "zoom";
  private static final String REMEMBER = "remember";
  private static final String LAST_PAGE = "last-page";
  private static final String SECURE = "secure";
  private static final String APP = "app";
  private static final String DELETED = "deleted";
  private static final String OPENING = "opening";

  private final SharedPreferences kept;
  private final Configuration phone;

  Settings(Context context) {
    kept = context.getSharedPreferences(FILE, Context.MODE_PRIVATE);
    phone = context.getResources().getConfiguration();
  }

  /** The language of the app's own words. */
  AppLanguage language() {
    return AppLanguage.of(chosenLanguage(), phone.locale);
  }

  /** The code of the chosen language; empty to follow the phone. */
  String chosenLanguage() {
    return kept.getString(LANGUAGE, "");
  }

  void chooseLanguage(String code) {
    kept.edit().putString(LANGUAGE, code).apply();
  }

  /** Light or dark, by choice or as the phone is. */
  ColourScheme scheme() {
    String chosen = chosenScheme();
    if (!chosen.isEmpty()) {
      return ColourScheme.valueOf(chosen);
    }
    int night = phone.uiMode & Configuration.UI_MODE_NIGHT_MASK;
    return night == Configuration.UI_MODE_NIGHT_YES ? ColourScheme.DARK : ColourScheme.LIGHT;
  }

  /** The name of the chosen scheme; empty to follow the phone. */
  String chosenScheme() {
    return kept.getString(SCHEME, "");
  }

  void chooseScheme(String name) {
    kept.edit().putString(SCHEME, name).apply();
  }

  /** The size of text in percent of what the phone says. */
  int zoom() {
    return kept.getInt(ZOOM, DEFAULT_ZOOM);
  }

  void enlarge(int steps) {
    int zoom = zoom() + steps * ZOOM_STEP;
    kept.edit().putInt(ZOOM, Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom))).apply();
  }

  /** The size of text in percent, what the phone says included. */
  int pageZoom() {
    return Math.round(zoom() * phone.fontScale);
  }

  boolean isPageRemembered() {
    return kept.getBoolean(REMEMBER, false);
  }

  /** Turning it off forgets the page at once. */
  void rememberPage(boolean isOn) {
    kept.edit().putBoolean(REMEMBER, isOn).remove(LAST_PAGE).apply();
  }

  /** The address of the page to open; empty if none is remembered. */
  String lastPage() {
    return kept.getString(LAST_PAGE, "");
  }

  /** The page that is remembered may be the one that cannot be shown. */
  void forgetPage() {
    kept.edit().remove(LAST_PAGE).apply();
  }

  void notePage(String url) {
    if (isPageRemembered()) {
      kept.edit().putString(LAST_PAGE, url).apply();
    }
  }

  /** Whether the screen is kept out of screenshots and of the list of recent apps. */
  boolean isSecure() {
    return kept.getBoolean(SECURE, false);
  }

  void setSecure(boolean isOn) {
    kept.edit().putBoolean(SECURE, isOn).apply();
  }

  /** Whether this version of the app runs for the first time. */
  boolean isNewApp(Context context) {
    return kept.getInt(APP, 0) != AppVersion.of(context);
  }

  /** Notes that this version of the app has what came with it. */
  void noteApp(Context context) {
    kept.edit().putInt(APP, AppVersion.of(context)).remove(DELETED).apply();
  }

  /** Notes that the reader wants to be rid of everything, what came with this version included. */
  void noteDeletion(Context context) {
    kept.edit().putInt(APP, AppVersion.of(context)).putBoolean(DELETED, true).apply();
  }

  /** Whether the reader deleted everything, so that nothing may come back by itself. */
  boolean isDeleted() {
    return kept.getBoolean(DELETED, false);
  }

  /** Whether the app broke off the last time while it opened a page. */
  boolean isLastOpeningBroken() {
    return kept.getBoolean(OPENING, false);
  }

  /** Notes that a page is about to be opened; on the disk before it is. */
  void noteOpening() {
    kept.edit().putBoolean(OPENING, true).commit();
  }

  /** Notes that the app outlived the opening of a page. */
  void noteOpened() {
    if (kept.contains(OPENING)) {
      kept.edit().remove(OPENING).apply();
    }
  }

  /** Forgets everything; returns whether it is gone from the disk. */
  boolean clear() {
    return kept.edit().clear().commit();
  }
}
