/**
 * YAML with positions, read strictly and by type, and the site's configuration. Every key that is
 * misspelt, missing or of the wrong type becomes a diagnostic with its line and column.
 */
package rahnamo.config;
