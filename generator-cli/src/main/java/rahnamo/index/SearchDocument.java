package rahnamo.index;

/**
 * A document that can be found. Immutable.
 *
 * @param id what it is called in the index: for an article its path without language and ending
 * @param title its title, in NFC
 * @param section what is shown beside the title; may be empty
 * @param text its words without markup, in NFC, paragraphs divided by line feeds; may be empty
 */
public record SearchDocument(String id, String title, String section, String text) {

  String field(IndexField field) {
    return switch (field) {
      case TITLE -> title;
      case TEXT -> text;
    };
  }
}
