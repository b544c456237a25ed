package rahnamo.config;

import java.util.Optional;

/**
 * What `site.yml` says about the Android app of the site. Immutable.
 *
 * @param id by which phones tell it from all other apps, such as {@code org.example.help}
 * @param name what it is called on the phone; the title of the site if absent
 * @param icon a picture in the content folder
 * @param colour of the bar that says whom a pack comes from, such as {@code #0f5c63}
 */
public record AppConfig(
    Optional<String> id,
    Optional<LocalizedText> name,
    Optional<String> icon,
    Optional<String> colour) {}
