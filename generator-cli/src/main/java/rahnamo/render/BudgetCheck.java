package rahnamo.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import rahnamo.config.SiteConfig;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceSpan;
import rahnamo.site.Article;
import rahnamo.site.Site;
import rahnamo.text.Language;

/** Compares what every reader must download with the budgets of the site. */
final class BudgetCheck {

  private final SiteConfig.Budgets budgets;
  private final Diagnostics diagnostics;

  BudgetCheck(SiteConfig.Budgets budgets, Diagnostics diagnostics) {
    this.budgets = budgets;
    this.diagnostics = diagnostics;
  }

  void check(Assets assets, ArticlePages articles, Site site) throws IOException {
    int css = assets.gzipSize(assets.style());
    int script = assets.gzipSize(assets.script());
    compare("CSS", css, budgets.css());
    int ownSearch = assets.ownSearch().isPresent() ? assets.gzipSize(assets.ownSearch().get()) : 0;
    compare("JavaScript", script + ownSearch, budgets.script());
    if (site.articles().isEmpty()) {
      return;
    }
    Article any = site.articles().get(0);
    for (Language language : site.config().languages()) {
      byte[] html = articles.chrome(any, language).getBytes(StandardCharsets.UTF_8);
      String what = "HTML + CSS + JavaScript (" + language.tag() + ")";
      compare(what, Assets.gzipSize(html) + css + script, budgets.firstView());
    }
  }

  private void compare(String what, int bytes, int budget) {
    if (bytes > budget) {
      diagnostics.report(
          DiagnosticCode.BUDGET_EXCEEDED,
          SourceSpan.ofFile("templates"),
          what,
          Integer.toString(bytes),
          Integer.toString(budget));
    }
  }
}
