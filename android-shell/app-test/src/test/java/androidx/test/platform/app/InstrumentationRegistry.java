package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the instrumentation that Robolectric made. */
public final class InstrumentationRegistry {

  private static final AtomicReference<Instrumentation> INSTANCE = new AtomicReference<>();

  private InstrumentationRegistry() {}

  public static void registerInstance(Instrumentation instrumentation, Bundle arguments) {
    INSTANCE.set(instrumentation);
  }

  public static Instrumentation getInstrumentation() {
    return INSTANCE.get();
  }
}
