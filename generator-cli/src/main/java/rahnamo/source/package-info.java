/**
 * The content folder as it lies on the disk: which files there are, and their text. Nothing else in
 * the program reads an author's files.
 */
package rahnamo.source;
