// Eleventy with the same theme as the other generators. data/site.json is the global `site`.
import markdownIt from "markdown-it";
import anchor from "markdown-it-anchor";
import { SiteModel } from "./model.js";

export default function (config) {
  config.setLibrary("md", markdownIt().use(anchor, { level: [2, 3], slugify: headingId }));
  config.addPassthroughCopy({ static: "/" });

  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("rfc822", (date) => date.toUTCString());
  config.addFilter("contents", contents);

  let model;
  config.on("eleventy.before", () => (model = undefined));
  const modelOf = (collections) => (model ??= new SiteModel(collections.getFilteredByGlob("content/**/*.md")));
  for (const part of ["homes", "lists", "terms"]) {
    config.addCollection(part, (collections) => modelOf(collections)[part]);
  }
  config.addFilter("translations", (key) => model?.translations.get(key) ?? []);

  return {
    dir: { input: ".", output: "out", includes: "_includes", data: "data" },
    templateFormats: ["md", "njk"],
    markdownTemplateEngine: false,
  };
}

function headingId(text) {
  return text.trim().toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

function contents(html) {
  let list = "<ul>";
  let level = "2";
  for (const [, found, id, text] of html.matchAll(/<h([23]) id="([^"]*)"[^>]*>(.*?)<\/h\1>/g)) {
    if (found !== level) list += found === "3" ? "<ul>" : "</ul>";
    list += `<li><a href="#${id}">${text}</a></li>\n`;
    level = found;
  }
  return list + (level === "3" ? "</ul></ul>" : "</ul>");
}
