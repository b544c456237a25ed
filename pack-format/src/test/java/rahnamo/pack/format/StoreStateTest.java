package rahnamo.pack.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static rahnamo.pack.format.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreStateTest {

  @TempDir Path temp;

  @Test
  void memoryIsReadAsItWasWritten() throws Exception {
    var publisher = TestPublisher.named("publisher");
    var anchor = publisher.anchor();
    var verifier = new PackVerifier(anchor, TestPack.TODAY);
    var state = StoreState.EMPTY.withRoots(anchor.roots());
    for (TestPack pack :
        List.of(
            TestPack.signedBy(publisher),
            TestPack.unsigned(),
            TestPack.signedBy(publisher).id("migrant-ru").sequence(3))) {
      var file = pack.write(temp.resolve("p.zip")).toFile();
      state = state.installed(verifier.verify(file, Progress.IGNORED));
    }

    var again = StoreState.parse(state.toBytes());

    assertArrayEquals(state.toBytes(), again.toBytes());
    assertEquals(state.packs(), again.packs());
    assertEquals(2, again.packs().size());
    assertEquals(1, again.roots().size());
    String text = new String(state.toBytes(), StandardCharsets.US_ASCII);
    assertEquals(2, text.split("\nseen ", -1).length - 1, "unsigned packs have no order");
  }

  @Test
  void emptyFileIsDamaged() {
    assertRefused(VerificationCode.STORE_DAMAGED, () -> StoreState.parse(new byte[0]));
  }
}
