package rahnamo.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees as {@code page}: the content of its kind of page, what is said of each page,
 * and the frame that all pages of a language share, looked up in this order.
 *
 * @param content the record of the kind of page
 * @param head what is said of each page
 * @param frame what pages of one language share
 */
record PageModel(Record content, PageHead head, PageFrame frame) implements TemplateHashModel {

  @Override
  public @Nullable TemplateModel get(String key) throws TemplateModelException {
    Object value = RecordWrapper.component(content, key);
    if (value == null) {
      value = RecordWrapper.component(head, key);
    }
    if (value == null) {
      return frame.get(key);
    }
    return RecordWrapper.INSTANCE.wrap(value);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
