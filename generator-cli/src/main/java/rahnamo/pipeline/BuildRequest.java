package rahnamo.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import rahnamo.site.PublicationRules;

/**
 * What to build. Immutable.
 *
 * @param content the content folder
 * @param output where the site goes
 * @param templates a folder whose files come before those of the default theme
 * @param rules which texts are published, and on which day
 * @param hasSearch whether readers are offered a search
 * @param packs how offline packs are made, if there are any
 * @param jobs how many threads work
 */
public record BuildRequest(
    Path content,
    Path output,
    Optional<Path> templates,
    PublicationRules rules,
    boolean hasSearch,
    Optional<PackOptions> packs,
    int jobs) {}
