package rahnamo.render;

/**
 * HTML that the program made or cleaned, which templates write without escaping.
 *
 * @param html the markup
 */
record TrustedHtml(String html) {}
