package rahnamo.render;

import rahnamo.text.Language;

/**
 * What can be found of a page. Immutable.
 *
 * @param language the language of its readers
 * @param path its address below the folder of the language, without {@code .html}
 * @param title its title
 * @param section the title of its section; may be empty
 * @param words its words without markup, a line for each paragraph
 */
public record PageText(
    Language language, String path, String title, String section, String words) {}
