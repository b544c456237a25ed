package rahnamo.source;

import java.util.OptionalInt;

/**
 * A picture or sound of the content folder whose beginning has been looked at.
 *
 * @param file where it lies
 * @param type what it really is
 * @param width its width in pixels, for pictures
 * @param height its height in pixels, for pictures
 */
public record MediaFile(ContentFile file, MediaType type, OptionalInt width, OptionalInt height) {}
