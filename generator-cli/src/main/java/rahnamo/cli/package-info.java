/**
 * The command line: what a person types, and what they read back. It is the only place that knows
 * picocli, the console, the clock and the user's language.
 */
package rahnamo.cli;
