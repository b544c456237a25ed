package rahnamo.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rahnamo.text.Language;

/** Reads the tag of a language in which texts may be, such as {@code tg} or {@code uz-Cyrl}. */
final class TextLanguage implements ITypeConverter<Language> {

  @Override
  public Language convert(String value) {
    List<String> tags = Language.all().stream().map(Language::tag).toList();
    return Language.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is none of " + String.join(", ", tags)));
  }
}
