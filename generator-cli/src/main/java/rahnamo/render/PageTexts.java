package rahnamo.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import rahnamo.parse.ArticleBody;
import rahnamo.parse.HtmlBody;
import rahnamo.site.Entry;
import rahnamo.site.Permalink;
import rahnamo.text.Language;
import rahnamo.text.TextNormalizer;

/** Hands on the words of pages: title, summary, body, and contacts that the body names. */
final class PageTexts {

  private final BlockRenderer blocks;
  private final TextSink sink;

  PageTexts(BlockRenderer blocks, TextSink sink) {
    this.blocks = blocks;
    this.sink = sink;
  }

  /** A page with an author's text; one in another language than its readers' is left out. */
  void article(Entry entry, Permalink page, String section, ArticleBody body, HtmlBody html)
      throws IOException {
    if (entry.isFallback()) {
      return;
    }
    var words = new ArrayList<String>();
    entry.summary().ifPresent(words::add);
    String text = body.document().words();
    words.add(
        entry.isTransliterated()
            ? Entry.inAlphabetOf(entry.language(), entry.shown(), text)
            : text);
    for (HtmlBody.Part part : html.parts()) {
      if (part instanceof HtmlBody.Block block) {
        blocks.named(block, entry.language()).forEach(contact -> add(words, contact));
      }
    }
    accept(entry.language(), page, entry.title(), section, words);
  }

  /** The page of all contacts. */
  void contacts(Language language, Permalink page, String title, List<ContactModel> contacts)
      throws IOException {
    var words = new ArrayList<String>();
    contacts.forEach(contact -> add(words, contact));
    accept(language, page, title, "", words);
  }

  private static void add(List<String> words, ContactModel contact) {
    var line = new ArrayList<String>();
    line.add(contact.name());
    contact.phones().forEach(phone -> line.add(phone.number()));
    contact.about().ifPresent(line::add);
    contact.address().ifPresent(line::add);
    words.add(String.join(" ", line));
  }

  private void accept(
      Language language, Permalink page, String title, String section, List<String> words)
      throws IOException {
    String inFolder = page.path().substring(language.folder().length() + 1);
    String address = inFolder.substring(0, inFolder.length() - ".html".length());
    String text = TextNormalizer.nfc(String.join("\n", words)).strip();
    sink.accept(new PageText(language, address, title, section, text));
  }
}
