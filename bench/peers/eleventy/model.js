// What the list pages, feeds and language links need, worked out in one pass over the articles.
import fs from "node:fs";

const site = JSON.parse(fs.readFileSync(new URL("data/site.json", import.meta.url), "utf8"));
const PAGE_SIZE = 50;

export class SiteModel {
  translations = new Map(); // translation key -> [{lang, name, url}]
  homes = []; // one a language: all articles (sitemap) and the newest (home page, feed)
  lists = []; // one a list page of a section or tag
  terms = []; // one a language: all tags with their counts

  constructor(articles) {
    for (const { url, data } of articles) {
      const link = { lang: data.lang, name: site.langs[data.lang].name, url };
      push(this.translations, data.translationKey, link);
    }
    for (const lang of Object.keys(site.langs)) {
      const own = articles.filter((page) => page.data.lang === lang).sort((a, b) => b.date - a.date);
      this.addLanguage(lang, own);
    }
  }

  addLanguage(lang, articles) {
    const sections = new Map(site.sections.map((id) => [id, []]));
    const tags = new Map();
    for (const page of articles) {
      push(sections, page.data.section, page);
      for (const tag of page.data.tags) push(tags, tag, page);
    }
    this.homes.push({ lang, articles, newest: articles.slice(0, 20) });
    for (const [id, items] of sections) this.addLists(lang, site.langs[lang].sections[id], `/${lang}/${id}/`, items);
    for (const [tag, items] of tags) this.addLists(lang, tag, `/${lang}/tags/${tag}/`, items);
    const counts = [...tags].map(([name, items]) => ({ name, count: items.length }));
    this.terms.push({ lang, tags: counts.sort((a, b) => (a.name < b.name ? -1 : 1)) });
  }

  addLists(lang, title, base, items) {
    const total = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
    const url = (number) => (number === 1 ? base : `${base}page/${number}/`);
    for (let number = 1; number <= total; number++) {
      this.lists.push({
        lang, title, number, total,
        url: url(number),
        newer: number > 1 && url(number - 1),
        older: number < total && url(number + 1),
        items: items.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
      });
    }
  }
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}
