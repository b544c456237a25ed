/**
 * Hands a built site on to phones and computers beside this one. It serves files of one folder over
 * plain HTTP, in the local network only, and changes nothing.
 */
package rahnamo.share;
