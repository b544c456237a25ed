package rahnamo.index;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * What an index keeps of a document beside its terms.
 *
 * @param id what it is called in the index
 * @param title its title
 * @param section what is shown beside the title
 * @param text the name of the script with its text, empty if it has none
 */
record IndexedDocument(String id, String title, String section, String text) {

  static IndexedDocument of(JsonTree row) throws IOException {
    List<JsonTree> items = row.items();
    return new IndexedDocument(
        items.get(0).string(), items.get(1).string(), items.get(2).string(), items.get(3).string());
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(id);
    json.writeString(title);
    json.writeString(section);
    json.writeString(text);
    json.writeEndArray();
  }
}
