package rahnamo.text.analysis;

/**
 * A word of a text, with the two terms under which it is indexed.
 *
 * @param start where it begins, in UTF-16 units of the text
 * @param length how long it is there
 * @param form its folded form
 * @param stem what it shares with its other inflected forms; often the same as {@code form}
 */
public record Word(int start, int length, String form, String stem) {}
