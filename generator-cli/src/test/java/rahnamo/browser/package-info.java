/**
 * Opens pages in a real browser, as a reader would. Tests that use it carry the tag {@code browser}
 * and need Debian's packages chromium and nodejs.
 */
package rahnamo.browser;
