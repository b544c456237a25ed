package rahnamo.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.Term;
import rahnamo.parse.ArticleHeader;
import rahnamo.parse.FrontMatter.Located;
import rahnamo.text.Language;

/** Collects the former addresses of articles and reports those that are taken. */
final class RedirectCollector {

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)?");

  /** Addresses inside a language that the program fills itself. */
  private static final Pattern GENERATED =
      Pattern.compile("(.*/)?(index|page-[0-9]+)|a-z|contacts|(tags|alerts)/.*");

  private final SiteConfig config;
  private final Diagnostics diagnostics;
  private final Map<Permalink, String> taken = new HashMap<>();
  private final List<Site.Redirect> redirects = new ArrayList<>();

  RedirectCollector(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.diagnostics = diagnostics;
  }

  List<Site.Redirect> collect(List<Article> articles, List<Article> standalone) {
    take(articles);
    take(standalone);
    articles.forEach(this::redirect);
    standalone.forEach(this::redirect);
    return List.copyOf(redirects);
  }

  private void take(List<Article> articles) {
    for (Article article : articles) {
      for (Language language : config.languages()) {
        String owner = article.in(language).map(h -> h.file().path()).orElse(article.path());
        taken.put(article.permalink(language), owner);
      }
    }
  }

  private void redirect(Article article) {
    for (ArticleHeader header : article.translations().values()) {
      for (Located<String> alias : header.frontMatter().aliases()) {
        redirect(article, header, alias);
      }
    }
  }

  private void redirect(Article article, ArticleHeader header, Located<String> alias) {
    String path = alias.value().replaceAll("^/+|\\.(html|md)$", "");
    if (!ALIAS.matcher(path).matches()) {
      diagnostics.report(
          DiagnosticCode.INVALID_VALUE,
          alias.span(),
          "aliases",
          alias.value(),
          Term.of("type.alias"));
      return;
    }
    if (GENERATED.matcher(path).matches()) {
      diagnostics.report(DiagnosticCode.RESERVED_NAME, alias.span(), path);
      return;
    }
    for (Language language : config.languages()) {
      if (!language.writtenIn().equals(header.language())) {
        continue;
      }
      var from = new Permalink(language.folder() + "/" + path + ".html");
      String owner = taken.putIfAbsent(from, header.file().path());
      if (owner != null) {
        diagnostics.report(DiagnosticCode.DUPLICATE_PATH, alias.span(), from.path(), owner);
        return;
      }
      Entry entry = Entry.of(article, language, header);
      redirects.add(new Site.Redirect(from, article, language, entry.title()));
    }
  }
}
