package androidx.test.runner.lifecycle;

/** Is told of the monitor of applications; no test here asks. */
public final class ApplicationLifecycleMonitorRegistry {

  private ApplicationLifecycleMonitorRegistry() {}

  public static void registerInstance(ApplicationLifecycleMonitor monitor) {}
}
