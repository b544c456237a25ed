/**
 * Words as the search index knows them: tokens, folded forms, stems and what else a query may mean.
 * Everything comes from the tables beside this package; templates/theme/assets/search/analysis.js
 * does the same in a browser from the same tables and must agree letter for letter.
 */
package rahnamo.text.analysis;
