/**
 * The contract between the writer and the reader of packs, in Java 8 on the API of an old phone. It
 * uses nothing but the platform, so that the generator and the app share the very same code.
 */
package rahnamo.pack.format;
