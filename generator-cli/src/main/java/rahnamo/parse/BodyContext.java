package rahnamo.parse;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the surroundings of a body decide about its HTML.
 *
 * @param links finds the targets of links and pictures
 * @param inheritedIds the heading ids of the source article, used where the outlines match
 * @param transliterate changes the alphabet of text, or leaves it as it is
 * @param labels the interface's words by key, such as {@code md.note}
 */
public record BodyContext(
    LinkResolver links,
    List<Heading> inheritedIds,
    UnaryOperator<String> transliterate,
    UnaryOperator<String> labels) {}
