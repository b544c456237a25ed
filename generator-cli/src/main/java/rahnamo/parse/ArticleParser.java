package rahnamo.parse;

import com.vladsch.flexmark.ext.footnotes.internal.FootnoteLinkRefProcessor;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rahnamo.diagnostic.DiagnosticCode;
import rahnamo.diagnostic.Diagnostics;
import rahnamo.diagnostic.SourceText;
import rahnamo.source.SourceReader;
import rahnamo.text.Language;
import rahnamo.text.MixedScript;
import rahnamo.text.TextNormalizer;

/**
 * Reads the body of an article into a syntax tree: CommonMark with tables, strikethrough, task
 * lists, footnotes, attributes and typed blocks. Safe for use by many threads.
 */
public final class ArticleParser {

  private static final Parser MARKDOWN = markdown();

  private final Diagnostics diagnostics;

  public ArticleParser(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The body of an article, or nothing if it cannot be shown (which is reported). */
  public Optional<ArticleBody> parse(ArticleHeader header) {
    return SourceReader.read(header.file(), diagnostics).flatMap(source -> parse(header, source));
  }

  private Optional<ArticleBody> parse(ArticleHeader header, SourceText source) {
    Optional<FrontMatterBlock> block = FrontMatterBlock.find(source, diagnostics);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    int bodyStart = block.get().bodyStart();
    char[] text = source.content().toCharArray(); // for all who look at each character
    if (!MarkdownGuard.accepts(source, text, bodyStart, diagnostics)) {
      return Optional.empty();
    }
    if (TextNormalizer.isClean(text, bodyStart, header.language())) {
      return parse(header, source, bodyStart, Arrays.copyOfRange(text, bodyStart, text.length));
    }
    SourceText normalized = normalized(source, bodyStart, header.language());
    char[] body = normalized.content().substring(bodyStart).toCharArray();
    return parse(header, normalized, bodyStart, body);
  }

  private static SourceText normalized(SourceText source, int bodyStart, Language language) {
    String content = source.content();
    String body = TextNormalizer.normalizeMarkdown(content.substring(bodyStart), language);
    // spec: "For security reasons, the Unicode character U+0000 must be replaced"
    String safe = body.replace('\0', '\uFFFD');
    return new SourceText(source.path(), content.substring(0, bodyStart) + safe);
  }

  private Optional<ArticleBody> parse(
      ArticleHeader header, SourceText normalized, int bodyStart, char[] chars) {
    String body = normalized.content().substring(bodyStart);
    boolean mayBeEmpty = header.kind() == PageKind.SECTION || header.kind() == PageKind.HOME;
    if (body.isBlank() && !mayBeEmpty && !header.frontMatter().isDraft()) {
      diagnostics.report(DiagnosticCode.EMPTY_ARTICLE, normalized.span(bodyStart, bodyStart + 1));
      return Optional.empty();
    }
    Document tree = MARKDOWN.parse(new BodySequence(chars));
    Optional<TooComplex> tooComplex = TooComplex.in(tree);
    if (tooComplex.isPresent()) {
      tooComplex.get().report(new BodyPositions(normalized, bodyStart), diagnostics);
      return Optional.empty();
    }
    boolean hasMixedWords = MixedScript.occursIn(chars);
    return Optional.of(
        new ArticleBody(body, new MarkdownDocument(tree, normalized, bodyStart, hasMixedWords)));
  }

  private static Parser markdown() {
    var options = new MutableDataSet();
    options.set(Parser.HEADING_PARSER, false); // ours instead
    options.set(Parser.FENCED_CODE_BLOCK_PARSER, false);
    options.set(Parser.THEMATIC_BREAK_PARSER, false);
    options.set(Parser.HTML_BLOCK_START_ONLY_ON_BLOCK_TAGS, true); // its other pattern recurses
    options.set(TablesExtension.MIN_SEPARATOR_DASHES, 1);
    options.set(TablesExtension.COLUMN_SPANS, false);
    options.set(TablesExtension.DISCARD_EXTRA_COLUMNS, true);
    options.set(TablesExtension.APPEND_MISSING_COLUMNS, true);
    options.set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
    options.set(
        Parser.EXTENSIONS, List.of(StrikethroughExtension.create(), TaskListExtension.create()));
    return Parser.builder(options)
        .customInlineParserFactory(BoundedInlineParser::new)
        .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
        .paragraphPreProcessorFactory(new TableParserFactory())
        .customBlockParserFactory(new HeadingBlockParser.Factory())
        .customBlockParserFactory(new SignedBlockFactory.Fence())
        .customBlockParserFactory(new SignedBlockFactory.Line())
        .customBlockParserFactory(new FootnoteBlockParser.Factory())
        .linkRefProcessorFactory(new FootnoteLinkRefProcessor.Factory())
        .customBlockParserFactory(new DirectiveBlockParser.Factory())
        .build();
  }
}
