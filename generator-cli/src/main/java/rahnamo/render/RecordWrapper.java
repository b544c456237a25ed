package rahnamo.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

  private static final ClassValue<Map<String, MethodHandle>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return accessors(type);
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
      return HTMLOutputFormat.INSTANCE.fromMarkup(trusted.html());
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

  private static Map<String, MethodHandle> accessors(Class<?> type) {
    var accessors = new HashMap<String, MethodHandle>();
    for (RecordComponent component : type.getRecordComponents()) {
      accessors.put(component.getName(), accessor(type, component));
    }
    return accessors;
  }

  /** An accessor; a class made for each would be no faster, and take longer than a small build. */
  private static MethodHandle accessor(Class<?> type, RecordComponent component) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a component of a record, or null if it has no such component. */
  static @Nullable Object component(Object record, String name) {
    MethodHandle accessor = ACCESSORS.get(record.getClass()).get(name);
    try {
      return accessor == null ? null : (Object) accessor.invokeExact(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
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
