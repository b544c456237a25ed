package rahnamo.app;

import android.content.Context;
import android.content.pm.PackageManager;

/** The number of the installed app, which rises with each update. */
final class AppVersion {

  private AppVersion() {}

  static int of(Context context) {
    try {
      return context.getPackageManager().getPackageInfo(context.getPackageName(), 0).versionCode;
    } catch (PackageManager.NameNotFoundException e) {
      throw new IllegalStateException("this app is not installed", e);
    }
  }
}
