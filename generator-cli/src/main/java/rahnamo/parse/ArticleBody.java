package rahnamo.parse;

/**
 * The parsed body of an article.
 *
 * @param markdown its text, normalised
 * @param document its syntax tree
 */
public record ArticleBody(String markdown, MarkdownDocument document) {}
