/** The app's own words, in each of its languages. Plain Java. */
package rahnamo.app.text;
