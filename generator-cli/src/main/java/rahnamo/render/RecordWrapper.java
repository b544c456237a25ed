package rahnamo.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows templates records, maps, lists, text, numbers, booleans and nothing else: no method of a
 * Java object can be called. An empty {@link Optional} is a missing value. Safe for many threads.
 */
final class RecordWrapper implements ObjectWrapper {

  static final RecordWrapper INSTANCE = new RecordWrapper();

  private static final ClassValue<Map<String, VarHandle>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, VarHandle> computeValue(Class<?> type) {
          return components(type);
        }
      };

  private RecordWrapper() {}

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    // Final classes come first: to ask for an interface costs the quick compiler's code far more.
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? wrap(optional.get()) : null;
    }
    if (value instanceof Boolean isTrue) {
      return isTrue ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
    if (value instanceof TrustedHtml trusted) {
      return PageFormat.INSTANCE.fromMarkup(trusted.html());
    }
    if (value instanceof TemplateModel model) {
      return model;
    }
    if (value instanceof Record) {
      return new RecordModel(value);
    }
    if (value instanceof Number number) {
      return new SimpleNumber(number);
    }
    if (value instanceof List<?> list) {
      return new ListModel(list);
    }
    if (value instanceof Map<?, ?> map) {
      return new MapModel(map);
    }
    throw new TemplateModelException("templates cannot see a " + value.getClass().getName());
  }

  private static Map<String, VarHandle> components(Class<?> type) {
    var components = new HashMap<String, VarHandle>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(component.getName(), field(type, component));
    }
    return components;
  }

  /**
   * The field behind a component. Java makes a class of its own for each accessor that is called
   * through a method handle; a small build would take a tenth of its time for them.
   */
  private static VarHandle field(Class<?> type, RecordComponent component) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findVarHandle(type, component.getName(), component.getType());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a component of a record, or null if it has no such component. */
  static @Nullable Object component(Object record, String name) {
    VarHandle field = COMPONENTS.get(record.getClass()).get(name);
    if (field == null) {
      return null;
    }
    return field.varType() == boolean.class
        ? (Object) (boolean) field.get(record)
        : field.get(record);
  }

  /** A map whose values are wrapped once, for maps that many pages ask. */
  static TemplateModel wrapOnce(Map<String, ?> map) {
    var wrapped = new HashMap<String, Object>();
    map.forEach(
        (key, value) -> {
          try {
            wrapped.put(key, INSTANCE.wrap(value));
          } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
          }
        });
    return new MapModel(wrapped);
  }

  private record RecordModel(Object record) implements TemplateHashModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return INSTANCE.wrap(component(record, key));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  private record MapModel(Map<?, ?> map) implements TemplateHashModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return INSTANCE.wrap(map.get(key));
    }

    @Override
    public boolean isEmpty() {
      return map.isEmpty();
    }
  }

  private record ListModel(List<?> list) implements TemplateSequenceModel {

    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
      return index < list.size() ? INSTANCE.wrap(list.get(index)) : null;
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
