package androidx.test.runner.lifecycle;

import android.app.Activity;

/** Hears of activities' lives. */
public interface ActivityLifecycleCallback {
  void onActivityLifecycleChanged(Activity activity, Stage stage);
}
