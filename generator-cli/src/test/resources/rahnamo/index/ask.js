// Asks the engine of the theme as a browser would, and lunr.js the same, and prints what both say, a line a query.
// node ask.js lunr.js analysis.js engine.js index-folder/ queries.json
'use strict';
const fs = require('fs');
const vm = require('vm');
const lunr = require(process.argv[2]);
globalThis.window = globalThis;
const run = (file) => vm.runInThisContext(fs.readFileSync(file, 'utf8'), {filename: file});
run(process.argv[3]);
run(process.argv[4]);
const folder = process.argv[5] + '/';
const {language, limit, queries} = JSON.parse(fs.readFileSync(process.argv[6], 'utf8'));
const load = (address, done) => {
  try {
    run(address);
  } catch (missing) {
    return done(missing);
  }
  done(null);
};
const whole = fs.existsSync(folder + 'index.json') ? lunr.Index.load(JSON.parse(fs.readFileSync(folder + 'index.json', 'utf8'))) : null;

// What lunr.js gives for the same terms: the score of each document.
function ofLunr(boosts) {
  const terms = Object.keys(boosts);
  if (!terms.length) return [];
  return whole.query((q) => terms.forEach((key) => q.term(key.slice(1), {boost: boosts[key], usePipeline: false})));
}

function differences(result) {
  if (!whole || !result.boosts) return '';
  const scores = new Map(ofLunr(result.boosts).map((hit) => [hit.ref, hit.score]));
  if (scores.size !== result.total) return scores.size + ' documents instead of ' + result.total;
  const wrong = result.hits.find((hit) => !(Math.abs(scores.get(hit.id) - hit.score) < 1e-9));
  return wrong ? wrong.id + ' has ' + wrong.score + ' instead of ' + scores.get(wrong.id) : '';
}

const engine = rahnamo.search.open({language, base: folder, load});
queries.forEach(([text, prefix]) => {
  engine.query(text, {prefix, limit}, (result) => {
    const passages = [];
    result.hits.slice(0, 3).forEach((hit) => engine.passage(hit, (passage, marks) => passages.push([passage, marks])));
    console.log(JSON.stringify({
      total: result.total,
      incomplete: result.incomplete,
      lunr: differences(result),
      hits: result.hits.map((hit) => [hit.id, Math.floor(hit.score * 1e6 + 0.5), hit.titleMarks]),
      passages
    }));
  });
});
