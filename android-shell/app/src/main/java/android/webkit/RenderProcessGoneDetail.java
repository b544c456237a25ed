package android.webkit;

/**
 * A stand-in for the class of Android 8, which the app is compiled without. It is left out of the
 * app: old phones never ask for it, newer ones have their own.
 */
public abstract class RenderProcessGoneDetail {}
