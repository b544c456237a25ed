# Pages that Jekyll does not make itself: lists of sections and tags, feeds, sitemaps; and the links between languages.
module Bench
  PAGE_SIZE = 50

  class MadePage < Jekyll::Page
    def initialize(site, url, layout, data)
      @site = site
      @base = site.source
      @dir = File.dirname(url)
      @name = File.basename(url)
      process(@name)
      self.content = ""
      self.data = {"layout" => layout, "permalink" => url}.merge(data)
    end
  end

  class Lists < Jekyll::Generator
    def generate(site)
      @site = site
      @names = site.data["site"]
      articles = site.collections["articles"].docs
      articles.group_by { |article| article.data["translationKey"] }.each_value { |group| link_translations(group) }
      by_lang = articles.group_by { |article| article.data["lang"] }
      @names["langs"].each_key { |lang| add_language(lang, by_lang[lang].sort_by { |a| [-a.date.to_i, a.url] }) }
      copy_static
    end

    def link_translations(group)
      links = group.map do |article|
        lang = article.data["lang"]
        {"lang" => lang, "url" => article.url, "name" => @names["langs"][lang]["name"]}
      end
      group.each do |article|
        article.data["own"] = @names["langs"][article.data["lang"]]
        article.data["translations"] = links
      end
    end

    def add_language(lang, articles)
      own = @names["langs"][lang]
      newest = articles.first(20)
      sections = articles.group_by { |article| article.data["section"] }
      tags = articles.flat_map { |article| article.data["tags"].map { |tag| [tag, article] } }
                     .group_by(&:first).transform_values { |pairs| pairs.map(&:last) }.sort
      @names["sections"].each { |id| add_lists(lang, own["sections"][id], "/#{lang}/#{id}/", sections[id] || []) }
      tags.each { |tag, items| add_lists(lang, tag, "/#{lang}/tags/#{tag}/", items) }
      terms = tags.map { |tag, items| {"name" => tag, "count" => items.size} }
      add(lang, "/#{lang}/tags/index.html", "terms", "terms" => terms)
      add(lang, "/#{lang}/index.html", "list", "title" => own["title"], "items" => newest)
      add(lang, "/#{lang}/index.xml", "feed", "items" => newest)
      add(lang, "/#{lang}/sitemap.xml", "sitemap", "items" => articles)
    end

    def add_lists(lang, title, base, items)
      parts = items.empty? ? [[]] : items.each_slice(PAGE_SIZE).to_a
      url = ->(index) { index.zero? ? base : "#{base}page/#{index + 1}/" }
      parts.each_with_index do |part, index|
        newer = url.(index - 1) if index.positive?
        older = url.(index + 1) if index + 1 < parts.size
        add(lang, "#{url.(index)}index.html", "list", "title" => title, "items" => part, "number" => index + 1,
            "total" => parts.size, "newer" => newer, "older" => older)
      end
    end

    def add(lang, url, layout, data)
      @site.pages << MadePage.new(@site, url, layout, {"lang" => lang, "own" => @names["langs"][lang]}.merge(data))
    end

    def copy_static
      root = File.join(@site.source, "static")
      Dir.glob("**/*", base: root).select { |path| File.file?(File.join(root, path)) }.each do |path|
        @site.static_files << Jekyll::StaticFile.new(@site, root, File.dirname(path), File.basename(path))
      end
    end
  end

  module Contents
    def contents(html)
      list = +"<ul>"
      level = "2"
      html.scan(%r{<h([23]) id="([^"]*)"[^>]*>(.*?)</h\1>}m) do |found, id, text|
        list << (found == "3" ? "<ul>" : "</ul>") if found != level
        list << "<li><a href=\"##{id}\">#{text}</a></li>\n"
        level = found
      end
      list << (level == "3" ? "</ul></ul>" : "</ul>")
    end
  end
end

Liquid::Template.register_filter(Bench::Contents)
