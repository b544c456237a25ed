package androidx.test.runner.intent;

/** Hears of intents; no test here asks. */
public interface IntentMonitor {}
