/** Decides what happens when a reader taps a link that leads out of the pack. Plain Java. */
package rahnamo.app.link;
