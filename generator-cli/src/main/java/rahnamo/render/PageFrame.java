package rahnamo.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of one language share that lie in the same folder. Its values are wrapped once for
 * all pages, since every page asks for most of them.
 */
final class PageFrame implements TemplateHashModel {

  private final Map<String, TemplateModel> values;
  private final KeptParts kept = new KeptParts();

  private PageFrame(Map<String, TemplateModel> values) {
    this.values = values;
  }

  static PageFrame of(Map<String, Object> values) {
    var wrapped = new java.util.HashMap<String, TemplateModel>();
    values.forEach(
        (key, value) -> {
          try {
            TemplateModel model = RecordWrapper.INSTANCE.wrap(value);
            if (model != null) {
              wrapped.put(key, model);
            }
          } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
          }
        });
    return new PageFrame(wrapped);
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return values.get(key);
  }

  KeptParts kept() {
    return kept;
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The name, description and addresses of the site. */
  record Masthead(
      String title,
      Optional<String> description,
      String home,
      String chooser,
      Optional<String> feed,
      String manifest,
      Optional<Publisher> publisher) {}

  /** Who answers for the site. */
  record Publisher(String name, Optional<String> url) {}

  /** A section in the navigation. */
  record NavLink(String title, String href, boolean current, String icon) {}

  /** A link with a title. */
  record TitledLink(String title, String href) {}

  /** The pages that each language has. */
  record Links(
      String az,
      String contacts,
      String tags,
      String alerts,
      Optional<String> search,
      Optional<String> packs) {}

  /** A number to call at the top of each page. */
  record EmergencyCall(String name, String number, String tel) {}

  /** An alert in force. */
  record AlertBanner(
      String title,
      String href,
      String severity,
      Optional<String> summary,
      DateText starts,
      DateText expires) {}

  /** The addresses of the theme's files. */
  record AssetLinks(String style, String script, List<String> search, String favicon) {}
}
