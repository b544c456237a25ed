/**
 * The few classes of AndroidX Test that Robolectric names. Maven Central does not have that
 * library, so they stand here, as small as the tests of this app allow.
 */
package androidx.test;
