package rahnamo.pipeline;

import java.util.List;

/**
 * What a build did.
 *
 * @param pages how many pages the site has
 * @param languages how many languages it has
 * @param packs the offline packs
 * @param written how many files were new or changed
 * @param deleted how many files of the former site are gone
 * @param isPublished whether the site was put in place, which errors prevent
 */
public record BuildReport(
    int pages, int languages, List<MadePack> packs, int written, int deleted, boolean isPublished) {

  public BuildReport {
    packs = List.copyOf(packs);
  }

  static BuildReport failed() {
    return new BuildReport(0, 0, List.of(), 0, 0, false);
  }
}
