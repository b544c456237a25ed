/**
 * The search index: built while pages are made, written in the format of lunr.js and in shards, and
 * asked by the command line as a browser asks it.
 */
package rahnamo.index;
