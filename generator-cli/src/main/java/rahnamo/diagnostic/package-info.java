/**
 * What is wrong with an author's content, said so that the author can mend it. Every stage of the
 * pipeline reports here and goes on; the command line prints the result in the editor's language.
 */
package rahnamo.diagnostic;
