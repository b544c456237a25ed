/**
 * What the generator knows about the languages of its readers: alphabets, dates, plurals, scripts,
 * slugs and clean text. Pure functions and immutable values that use no other package of the
 * project and may be shared between threads.
 */
package rahnamo.text;
