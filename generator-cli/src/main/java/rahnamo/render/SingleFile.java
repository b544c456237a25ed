package rahnamo.render;

import java.util.List;

/**
 * The site in one language as one HTML file that needs nothing beside it.
 *
 * @param html its bytes
 * @param leftOut the pictures and recordings that it lacks, as paths in the site
 */
@SuppressWarnings("ArrayRecordComponent") // these are not compared
public record SingleFile(byte[] html, List<String> leftOut) {}
