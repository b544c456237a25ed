package rahnamo.render;

import java.util.Map;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.parse.ArticleBody;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter;
import rahnamo.parse.SourceHash;
import rahnamo.site.Article;
import rahnamo.site.ContentIndex;
import rahnamo.text.Language;

/** Compares a translation with its source as it is now; what is wrong is reported. */
final class TranslationCheck {

  private final ContentIndex content;
  private final Diagnostics diagnostics;

  TranslationCheck(ContentIndex content, Diagnostics diagnostics) {
    this.content = content;
    this.diagnostics = diagnostics;
  }

  /** Whether the source has changed since the translation was made. */
  boolean isOutdated(Article article, ArticleHeader shown, Map<Language, ArticleBody> bodies) {
    Optional<FrontMatter.Translation> translation = shown.frontMatter().translation();
    if (translation.isEmpty()) {
      return false;
    }
    Language of = translation.get().of();
    Optional<ArticleHeader> source = article.in(of);
    if (source.isEmpty()) {
      reportMissing(shown, translation.get());
      return false;
    }
    ArticleBody body = bodies.get(of.writtenIn());
    if (body == null || translation.get().hash().isEmpty()) {
      return false;
    }
    String hash = SourceHash.of(source.get().frontMatter().title(), body.markdown());
    boolean isOutdated = !translation.get().hash().equals(Optional.of(hash));
    if (isOutdated) {
      diagnostics.report(
          DiagnosticCode.TRANSLATION_OUTDATED,
          translation.get().span(),
          source.get().file().path(),
          shown.file().path());
    }
    return isOutdated;
  }

  private void reportMissing(ArticleHeader shown, FrontMatter.Translation translation) {
    String path = shown.file().path();
    String missing = translation.of().folder() + path.substring(path.indexOf('/'));
    if (content.unpublished().contains(missing)) {
      diagnostics.report(
          DiagnosticCode.TRANSLATION_SOURCE_UNPUBLISHED, translation.span(), missing);
    } else if (!content.unusable().contains(missing)) {
      diagnostics.report(
          DiagnosticCode.TRANSLATION_SOURCE_MISSING,
          translation.span(),
          translation.of().tag(),
          missing);
    }
  }
}
