// Builds an index with the real lunr.js from analysed documents, and prints it.
// node serialise.js lunr.js documents.json
'use strict';
const fs = require('fs');
const lunr = require(process.argv[2]);
const {positions, fields, documents} = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
const index = lunr(function () {
  this.pipeline.reset();
  this.searchPipeline.reset();
  this.tokenizer = (tokens) => (tokens || []).map(([term, start, length]) => new lunr.Token(term, {position: [start, length]}));
  if (positions) this.metadataWhitelist = ['position'];
  this.ref('id');
  fields.forEach(([name, boost]) => this.field(name, {boost}));
  documents.forEach((document) => this.add(document));
});
process.stdout.write(JSON.stringify(index));
