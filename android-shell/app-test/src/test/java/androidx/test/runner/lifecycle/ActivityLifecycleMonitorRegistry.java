package androidx.test.runner.lifecycle;

import java.util.concurrent.atomic.AtomicReference;

/** Keeps the one monitor of activities. */
public final class ActivityLifecycleMonitorRegistry {

  private static final AtomicReference<ActivityLifecycleMonitor> INSTANCE = new AtomicReference<>();

  private ActivityLifecycleMonitorRegistry() {}

  public static void registerInstance(ActivityLifecycleMonitor monitor) {
    INSTANCE.set(monitor);
  }

  public static ActivityLifecycleMonitor getInstance() {
    return INSTANCE.get();
  }
}
