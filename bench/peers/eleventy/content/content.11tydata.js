export default {
  layout: "article.njk",
  permalink: ({ lang, section, page }) => `/${lang}/${section}/${page.fileSlug}/index.html`,
};
