package androidx.test.runner.lifecycle;

/** Knows where applications are in their lives; no test here asks. */
public interface ApplicationLifecycleMonitor {}
