package rahnamo.publish;

import java.util.List;

/**
 * What a publication did.
 *
 * @param written how many files are new or have new bytes
 * @param unchanged how many files already stood in place with the right bytes
 * @param deleted how many files of the last publication are no longer part of the site and are gone
 * @param keptChanged files that are no longer part of the site but were changed by somebody since
 *     they were published; they stay, and no longer count as ours; sorted
 */
public record PublishReport(int written, int unchanged, int deleted, List<String> keptChanged) {

  public PublishReport {
    keptChanged = List.copyOf(keptChanged);
  }
}
