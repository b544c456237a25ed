package rahnamo.parse;

import rahnamo.source.ContentFile;
import rahnamo.text.Language;
import rahnamo.text.Script;

/**
 * What is known of one Markdown file before its body is parsed. Immutable; its body is read again
 * when the page is made, so that no more than a few bodies are in memory.
 *
 * @param file where the text lies
 * @param kind what the file becomes
 * @param language the language of the folder it lies in
 * @param script the alphabet its title is written in
 * @param section the folder inside the language, empty for pages outside the sections
 * @param slug the file name without {@code .md}
 * @param frontMatter its front matter
 */
public record ArticleHeader(
    ContentFile file,
    PageKind kind,
    Language language,
    Script script,
    String section,
    String slug,
    FrontMatter frontMatter) {

  /** The path that all translations share: {@code rights/detention}. */
  public String articlePath() {
    return section.isEmpty() ? slug : section + "/" + slug;
  }
}
