package androidx.test.runner.intent;

import android.app.Activity;
import android.app.Instrumentation;

/** Says that nobody answers intents in the place of other apps. */
public final class IntentStubberRegistry {

  private IntentStubberRegistry() {}

  public static boolean isLoaded() {
    return false;
  }

  public static IntentStubber getInstance() {
    return intent -> new Instrumentation.ActivityResult(Activity.RESULT_CANCELED, null);
  }
}
