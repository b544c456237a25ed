package rahnamo.app;

import android.app.Activity;

/** The first screen. */
public final class ReadingActivity extends Activity {}
