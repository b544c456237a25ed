/**
 * Hands pack and app on to phones beside this one, over plain HTTP in the local network only. Plain
 * Java.
 */
package rahnamo.app.share;
