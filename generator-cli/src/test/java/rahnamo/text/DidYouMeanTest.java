package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  private static final List<String> KEYS =
      List.of("title", "tags", "summary", "sources", "review-by", "published", "updated");

  @Test
  void oneTypingMistakeIsUnderstood() {
    assertEquals(Optional.of("title"), DidYouMean.closest("tilte", KEYS));
    assertEquals(Optional.of("tags"), DidYouMean.closest("tag", KEYS));
    assertEquals(Optional.of("summary"), DidYouMean.closest("sumary", KEYS));
    assertEquals(Optional.of("published"), DidYouMean.closest("publishd", KEYS));
  }

  @Test
  void caseAndUnderscoresAreNotMistakes() {
    assertEquals(Optional.of("review-by"), DidYouMean.closest("Review_By", KEYS));
    assertEquals(Optional.of("TITLE"), DidYouMean.closest("title", List.of("TITLE")));
  }

  @Test
  void longWordsMayHaveMoreMistakesThanShortOnes() {
    assertEquals(Optional.of("published"), DidYouMean.closest("pubilshd", KEYS));
    assertEquals(Optional.empty(), DidYouMean.closest("age", KEYS));
    assertEquals(Optional.empty(), DidYouMean.closest("colour", KEYS));
  }

  @Test
  void ofEquallyCloseWordsTheFirstInAlphabetIsTakenWhateverTheirOrder() {
    assertEquals(Optional.of("bat"), DidYouMean.closest("at", List.of("cat", "bat", "hat")));
    assertEquals(Optional.of("bat"), DidYouMean.closest("at", List.of("hat", "bat", "cat")));
  }

  @Test
  void nothingIsSuggestedWithoutCandidates() {
    assertEquals(Optional.empty(), DidYouMean.closest("title", List.of()));
    assertEquals(Optional.empty(), DidYouMean.closest("", KEYS));
  }

  @Test
  void cyrillicWordsAreUnderstoodToo() {
    assertEquals(Optional.of("Патент"), DidYouMean.closest("патнет", List.of("Виза", "Патент")));
  }
}
