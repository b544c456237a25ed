package rahnamo.parse;

/**
 * A heading of an article.
 *
 * @param level 1 to 6
 * @param id the address inside the page, ASCII
 * @param title its text without markup, as shown
 */
public record Heading(int level, String id, String title) {}
