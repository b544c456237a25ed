/**
 * The site as a whole: which pages there are in which language, in which order and at which
 * address. Nothing here is read from or written to a disk.
 */
package rahnamo.site;
