package rahnamo.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;

class AppConfigReaderTest {

  private final Diagnostics diagnostics = new Diagnostics();

  private Optional<AppConfig> read(String app) {
    String site = "title: {ru: A}\nlanguages: [ru]\nbase-url: https://example.org/\n" + app;
    return new SiteConfigReader(diagnostics)
        .read(new SourceText("site.yml", site))
        .map(SiteConfig::app);
  }

  @Test
  void appIsWhatTheSiteSays() {
    AppConfig app =
        read("app: {id: org.example.help, name: {ru: Имя}, icon: media/i.svg, colour: '#1B5E20'}\n")
            .orElseThrow();

    assertEquals(List.of(), diagnostics.sorted());
    assertEquals(Optional.of("org.example.help"), app.id());
    assertEquals(Optional.of("#1b5e20"), app.colour());
    assertEquals(Optional.of("media/i.svg"), app.icon());
    assertTrue(app.name().isPresent());
    assertEquals(Optional.empty(), read("").orElseThrow().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: rahnamo.app",
        "id: help",
        "id: Org.example",
        "id: org.1a",
        "id: org.при",
        "icon: ../icon.svg",
        "icon: media/icon.gif",
        "icon: icon.png",
        "colour: red",
        "colour: '#fff'",
        "colour: '#8fbc8f'",
        "colour: '#a02a20'",
        "colour: '#cc0000'",
        "color: '#0f5c63'"
      })
  void whatPhonesOrReadersWouldMistakeIsAnError(String line) {
    read("app:\n  " + line + "\n");

    assertEquals(1, diagnostics.sorted().size(), diagnostics.sorted().toString());
    assertEquals("site.yml:5", place());
  }

  private String place() {
    var span = diagnostics.sorted().get(0).span();
    return "site.yml:" + span.line();
  }
}
