package androidx.test.runner.intent;

/** Is told of the monitor of intents; no test here asks. */
public final class IntentMonitorRegistry {

  private IntentMonitorRegistry() {}

  public static void registerInstance(IntentMonitor monitor) {}
}
