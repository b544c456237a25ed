/**
 * From the site and the bodies of its articles to finished pages, through the templates of a theme.
 * FreeMarker and jsoup do not leave this package.
 */
package rahnamo.render;
