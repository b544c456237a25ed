/**
 * From the text of a file to what it means: front matter, contacts and the syntax tree of Markdown,
 * from which HTML, plain text, headings and links are taken. Flexmark does not leave this package.
 */
package rahnamo.parse;
