/**
 * The Android app: thin activities over plain classes that a JVM can test. Only the activities and
 * views touch Android's own classes.
 */
package rahnamo.app;
