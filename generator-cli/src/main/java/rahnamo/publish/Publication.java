package rahnamo.publish;

import java.io.IOException;
import java.util.Set;

/** One step from the site in the output to the next one. */
final class Publication {

  private final OutputLayout layout;
  private final FileOperations operations;
  private final Manifest published;
  private final ProducedFiles produced;
  private boolean decided;

  Publication(
      OutputLayout layout, FileOperations operations, Manifest published, ProducedFiles produced) {
    this.layout = layout;
    this.operations = operations;
    this.published = published;
    this.produced = produced;
  }

  PublishReport run(Set<String> staged) throws IOException {
    RetiredFiles retired = RetiredFiles.find(layout, published, produced);
    new PublishCheck(layout, published, retired.toDelete()).run(staged);
    Manifest next = produced.manifest();
    // A build that changes nothing touches nothing.
    if (!staged.isEmpty() || !next.files().equals(published.files())) {
      var journal = new Journal(retired.toDelete());
      decide(next, journal);
      new RollForward(layout, operations).run(journal);
    }
    return new PublishReport(
        staged.size(),
        produced.size() - staged.size(),
        retired.toDelete().files().size(),
        retired.kept());
  }

  private void decide(Manifest next, Journal journal) throws IOException {
    operations.writeDurably(layout.nextManifest(), next.bytes());
    operations.writeDurably(layout.nextJournal(), journal.bytes());
    operations.move(layout.nextJournal(), layout.journal());
    decided = true;
    operations.makeDurable(layout.state());
  }

  /** Whether the new site counts, so that only going forward is left. */
  boolean isDecided() {
    return decided;
  }
}
