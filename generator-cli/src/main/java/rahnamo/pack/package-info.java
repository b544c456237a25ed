/**
 * Offline packs: the files of a site as one zip whose bytes are the same on every machine. It is
 * the only place that knows Commons Compress; what a pack must look like is said in {@link
 * rahnamo.pack.format}.
 */
package rahnamo.pack;
