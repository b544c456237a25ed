package rahnamo.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees as {@code page}: the frame that all pages of a language share, the content
 * of its kind of page, and what is said of each page, looked up in this order.
 *
 * @param content the record of the kind of page
 * @param head what is said of each page
 * @param frame what pages of one language share
 */
record PageModel(Record content, PageHead head, PageFrame frame) implements TemplateHashModel {

  @Override
  public @Nullable TemplateModel get(String key) throws TemplateModelException {
    if (key.equals("kept")) {
      // A standalone page marks itself in the list of such pages, so it shares nothing.
      boolean isShared = !head.kind().equals("standalone");
      return frame.kept().directive(isShared ? head.kind() : head.path());
    }
    TemplateModel shared = frame.get(key);
    if (shared != null) {
      return shared;
    }
    Object value = RecordWrapper.component(content, key);
    if (value == null) {
      value = RecordWrapper.component(head, key);
    }
    return RecordWrapper.INSTANCE.wrap(value);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
