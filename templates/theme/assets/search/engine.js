/* The search engine of the browser. It asks the shards that the program wrote (docs/SEARCH.md has their format) and gives
   each document the score that lunr.js would. No DOM: whoever opens an index says how scripts are loaded, so the same file
   runs in Node. Its twin in Java is `rahnamo.index.SearchEngine`; tests hold both together. */
(function (root) {
  'use strict';

  var K1 = 1.2, B = 0.75;
  var FORM = 20, STEM = 4, OTHER = 2, BEGINNING = 2, NEAR = 1;
  var MOST_WORDS = 24, MOST_EXPANSIONS = 32, SHORTEST_MISSPELLED = 3, FEW_SHARDS = 16;
  var PASSAGE = 200, BEFORE = 50;
  var rahnamo = root.rahnamo = root.rahnamo || {};
  var opened = {};

  function each(names, add) {
    for (var i = 0; i < names.length; i++) add(names[i], i);
  }

  /* What scripts of the index call. */
  each(['index', 'shard', 'documents', 'text'], function (name) {
    rahnamo[name] = function (content) {
      var engines = opened[content.language] || [];
      for (var i = 0; i < engines.length; i++) engines[i](name, content);
    };
  });

  function lengths(text) {
    return text ? text.split(',').map(figure) : [];
  }

  /* Shards by their first term; what a loaded one holds; what is still to be loaded. */
  function Index(directory) {
    this.documents = directory.documents;
    this.chunk = directory.chunk;
    this.letters = directory.letters;
    this.chunks = directory.chunks ? directory.chunks.split(' ') : [];
    this.fields = directory.fields.map(function (field) {
      return {boost: field.boost, average: field.total / directory.documents};
    });
    this.lengths = lengths(directory.lengths);
    this.shards = directory.shards.map(function (line) {
      var space = line.indexOf(' ');
      return {first: line.slice(0, space), file: 's' + line.slice(space + 1) + '.js', rows: null};
    });
    this.titles = {};
    this.missing = {};
    this.needed = {};
  }

  /* Notes that a question cannot be answered without a script, unless it has already turned out to be missing. */
  Index.prototype.need = function (file) {
    if (!this.missing[file]) this.needed[file] = true;
  };

  /* The number of the last shard that begins at or before a term; -1 before the first. */
  Index.prototype.shardOf = function (term) {
    var low = 0, high = this.shards.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (this.shards[middle].first <= term) low = middle + 1; else high = middle;
    }
    return low - 1;
  };

  Index.prototype.rowsOf = function (number) {
    var shard = this.shards[number];
    if (!shard.rows) this.need(shard.file);
    return shard.rows || {terms: [], postings: {}};
  };

  /* The postings of a term as text, '' if no document has it. */
  Index.prototype.row = function (term) {
    var number = this.shardOf(term);
    return number < 0 ? '' : this.rowsOf(number).postings['$' + term] || '';
  };

  /* All terms with a beginning. */
  Index.prototype.beginning = function (prefix) {
    var found = [];
    var last = this.shardOf(prefix + '\uffff');
    for (var number = Math.max(0, this.shardOf(prefix)); number <= last; number++) {
      each(this.rowsOf(number).terms, function (term) {
        if (term.slice(0, prefix.length) === prefix) found.push(term);
      });
    }
    return found;
  };

  Index.prototype.take = function (kind, content) {
    var at, i, lines, terms, postings;
    if (kind === 'shard') {
      at = this.shardOf(content.first);
      if (at < 0) return;
      lines = content.rows.split('\n');
      terms = [];
      postings = {};
      for (i = 0; i < lines.length - 1; i++) {
        var space = lines[i].indexOf(' ');
        var term = lines[i].slice(0, space);
        terms.push(term);
        postings['$' + term] = lines[i].slice(space + 1);
      }
      this.shards[at].rows = {terms: terms, postings: postings};
    } else if (kind === 'documents') {
      for (i = 0; i < content.rows.length; i++) this.titles[content.first + i] = content.rows[i];
    }
  };

  function figure(text) {
    return parseInt(text, 36);
  }

  /* The documents of a row: number, length of the title, and how often each field has the term. */
  function postings(row) {
    var number = 0;
    return row.split(',').map(function (posting) {
      var parts = posting.split('!');
      var text = parts[0].split(':'), title = parts.length > 1 ? parts[1].split(':') : ['0', '0'];
      number += figure(text[0]);
      return {
        number: number,
        titleLength: figure(title[0]),
        frequencies: [title.length > 1 ? figure(title[1]) : 1, text.length > 1 ? figure(text[1]) : 1]
      };
    });
  }

  /* The weight of a term in a field, in thousandths, as lunr.js rounds it. */
  function weight(field, length, frequency, rarity) {
    var score = rarity * ((K1 + 1) * frequency) / (K1 * (1 - B + B * (length / field.average)) + frequency);
    score *= field.boost;
    return Math.floor(score * 1000 + 0.5);
  }

  /* Whether one letter more, less, other, or two swapped turn a word into another; three letters are too few for that. */
  function isNear(a, b) {
    if (a.length > b.length) return isNear(b, a);
    if (b.length <= SHORTEST_MISSPELLED || b.length - a.length > 1 || a === b) return false;
    var i = 0;
    while (i < a.length && a.charAt(i) === b.charAt(i)) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    return a.slice(i + 1) === b.slice(i + 1) ||
        (a.charAt(i) === b.charAt(i + 1) && a.charAt(i + 1) === b.charAt(i) && a.slice(i + 2) === b.slice(i + 2));
  }

  /* Terms that one error turns into a word whose first letters are right. */
  function nearTerms(index, word, right) {
    return index.beginning(word.slice(0, right)).filter(function (term) { return isNear(word, term); });
  }

  /* Terms that differ from a word in the first letter. */
  function otherBeginnings(index, word) {
    var candidates = [word.slice(1), word.charAt(1) + word.charAt(0) + word.slice(2)];
    each(index.letters.split(' '), function (letter) {
      candidates.push(letter + word.slice(1), letter + word);
    });
    return candidates.filter(function (term, at) {
      return isNear(word, term) && candidates.indexOf(term) === at && index.row(term) !== '';
    });
  }

  function isWord(term) {
    return term.length >= SHORTEST_MISSPELLED && !/^[0-9]+$/.test(term);
  }

  /* One typing error: looked for where the first two letters are right, then the first, then anywhere; in a small index
     everywhere at once, since that loads little. */
  function corrections(index, word) {
    if (!isWord(word)) return [];
    var found = nearTerms(index, word, index.shards.length <= FEW_SHARDS ? 1 : 2);
    if (index.shards.length <= FEW_SHARDS) {
      return found.concat(otherBeginnings(index, word).filter(function (term) { return found.indexOf(term) < 0; }));
    }
    if (!found.length && !hasNeeds(index)) found = nearTerms(index, word, 1);
    return found.length || hasNeeds(index) ? found : otherBeginnings(index, word);
  }

  /* The same where the first three letters are right: that costs no more shards, or few. */
  function closest(index, word) {
    return isWord(word) ? nearTerms(index, word, 3) : [];
  }

  function hasNeeds(index) {
    for (var file in index.needed) return true;
    return false;
  }

  function weighted(terms, boost) {
    return terms.sort(function (a, b) {
      return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
    }).slice(0, MOST_EXPANSIONS).map(function (term) { return {term: term, boost: boost}; });
  }

  function exactTerms(index, word) {
    var terms = [];
    if (index.row(word.form) !== '') terms.push({term: word.form, boost: FORM});
    if (word.stem !== word.form && index.row(word.stem) !== '') terms.push({term: word.stem, boost: STEM});
    return terms;
  }

  /* The terms of a list that the index has; one that ends in * stands for many. */
  function present(index, list) {
    var terms = [];
    each(list, function (term) {
      if (term.slice(-1) === '*') terms = terms.concat(index.beginning(term.slice(0, -1)));
      else if (index.row(term) !== '') terms.push(term);
    });
    return terms;
  }

  /* The first that the index has: other spellings, misspellings, other readings. */
  function otherTerms(index, word) {
    var steps = [
      function () { return weighted(present(index, word.spellings), OTHER); },
      function () { return weighted(corrections(index, word.form), NEAR); }
    ];
    each(word.alternatives, function (list) {
      steps.push(function () { return weighted(present(index, list), OTHER); });
    });
    steps.push(function () { return weighted(corrections(index, word.stem), NEAR); });
    for (var i = 0; i < steps.length; i++) {
      var terms = steps[i]();
      if (terms.length || hasNeeds(index)) return terms;
    }
    return [];
  }

  /* The terms that a word of a query stands for, each with its boost. */
  function termsOf(index, word, isTyped) {
    var terms = exactTerms(index, word);
    if (word.whole) return terms;
    if (isTyped) {
      var known = terms.map(function (t) { return t.term; });
      var begun = index.beginning(word.form).filter(function (term) { return known.indexOf(term) < 0; });
      terms = terms.concat(weighted(begun, BEGINNING));
    }
    if (hasNeeds(index)) return terms;
    if (!terms.length) return otherTerms(index, word);
    // only the stem: an inflected form, or a typing error that looks like one
    if (terms.length === 1 && terms[0].term !== word.form) terms = terms.concat(weighted(closest(index, word.form), NEAR));
    return terms;
  }

  function wordsOf(analyzer, text) {
    var words = analyzer.query(text);
    var telling = words.filter(function (word) { return !word.stop; });
    return (telling.length ? telling : words).slice(0, MOST_WORDS);
  }

  /* All that can be told with what is loaded; `index.needed` says what is missing. */
  function ask(index, words, isTyped) {
    var used = {}, rows = {}, matched = {}, dots = {}, square = 0;
    var last = words.length - 1;
    words.forEach(function (word, at) {
      var seen = {};
      each(termsOf(index, word, isTyped && at === last), function (t) {
        used['$' + t.term] = (used['$' + t.term] || 0) + t.boost;
        rows['$' + t.term] = postings(index.row(t.term));
        each(rows['$' + t.term], function (posting) { seen[posting.number] = true; });
      });
      if (!word.whole) for (var number in seen) matched[number] = (matched[number] || 0) + 1;
    });
    var asked = words.filter(function (word) { return !word.whole; }).length;
    Object.keys(used).sort().forEach(function (key) {
      var count = 0;
      square += used[key] * used[key];
      each(rows[key], function (posting) {
        each(posting.frequencies, function (frequency) { if (frequency) count++; });
      });
      var x = (index.documents - count + 0.5) / (count + 0.5);
      var rarity = Math.log(1 + Math.abs(x));
      each(rows[key], function (posting) {
        each([posting.titleLength, index.lengths[posting.number]], function (length, field) {
          var frequency = posting.frequencies[field];
          if (!frequency) return;
          dots[posting.number] = (dots[posting.number] || 0) + used[key] * weight(index.fields[field], length, frequency, rarity);
        });
      });
    });
    var hits = Object.keys(dots).map(function (number) {
      var score = dots[number] / 1000 / Math.sqrt(square);
      var share = (matched[number] || 1) / Math.max(1, asked);
      return {number: +number, score: score, rank: score * share * share * share};
    });
    hits.sort(function (a, b) { return b.rank - a.rank || a.number - b.number; });
    return {hits: hits, boosts: used, terms: Object.keys(used).map(function (key) { return key.slice(1); })};
  }

  function isWanted(word, terms) {
    return terms['$' + word.form] || terms['$' + word.stem];
  }

  /* The part of a text with the most different words of the query, and where in it they stand. */
  function passage(analyzer, text, terms) {
    var wanted = {}, found, best = 0, most = -1, i, j;
    each(terms, function (term) { wanted['$' + term] = true; });
    found = analyzer.words(text).filter(function (word) { return isWanted(word, wanted); });
    for (i = 0; i < found.length; i++) {
      var kinds = {}, count = 0;
      for (j = i; j < found.length && found[j].start + found[j].length <= found[i].start + PASSAGE - BEFORE; j++) {
        if (!kinds['$' + found[j].stem]) count++;
        kinds['$' + found[j].stem] = true;
      }
      if (count > most) { most = count; best = i; }
    }
    var from = found.length ? beginningBefore(text, found[best].start) : 0;
    var to = endAfter(text, from);
    var ranges = marks(found, from, to);
    if (from) each(ranges, function (range) { range[0] += 2; range[1] += 2; });
    return {
      text: (from ? '… ' : '') + text.slice(from, to).replace(/[\n\t]/g, ' ') + (to < text.length ? ' …' : ''),
      marks: ranges
    };
  }

  function isSpace(text, at) {
    return ' \n\t'.indexOf(text.charAt(at)) >= 0;
  }

  /* The first beginning of a word in the stretch before a place; the whole stretch if none is. */
  function beginningBefore(text, place) {
    var start = Math.max(0, place - BEFORE);
    var from = start;
    while (from > 0 && from < place && !isSpace(text, from - 1)) from++;
    return from < place ? from : start;
  }

  /* The last end of a word in a passage from there on; where it is cut if a word fills it all. */
  function endAfter(text, from) {
    var end = Math.min(text.length, from + PASSAGE);
    var to = end;
    while (to > from && to < text.length && !isSpace(text, to)) to--;
    return to > from ? to : end;
  }

  function marks(found, from, to) {
    var ranges = [];
    each(found, function (word) {
      var start = word.start - from, end = start + word.length;
      if (start < 0 || word.start + word.length > to) return;
      var before = ranges[ranges.length - 1];
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else ranges.push([start, end]);
    });
    return ranges;
  }

  /* An engine for the index of one language.
     options: language (name of its folder), base (its address, ends in /), load(address, done) with done(error). */
  function open(options) {
    var index = null, analyzer = null, loading = {}, texts = {};
    (opened[options.language] = opened[options.language] || []).push(function (kind, content) {
      if (kind === 'index') {
        index = index || new Index(content);
        analyzer = analyzer || rahnamo.analyzer(content.analysis);
      } else if (kind === 'text') texts['$' + content.id] = content.text;
      else if (index) index.take(kind, content);
    });

    /* Loads one script; who asks for it meanwhile waits for the same. */
    function loadOne(file, done) {
      if (loading[file]) return loading[file].push(done);
      loading[file] = [done];
      options.load(options.base + file, function () {
        var all = loading[file];
        delete loading[file];
        each(all, function (next) { next(); });
      });
    }

    function load(files, done) {
      var left = files.length;
      each(files, function (file) {
        loadOne(file, function () {
          left--;
          if (!left) done();
        });
      });
    }

    /* Runs a step again until all that it needs is loaded or turned out to be missing. */
    function settle(missing, step, done) {
      index.missing = missing;
      index.needed = {};
      var result = step();
      var files = Object.keys(index.needed);
      if (!files.length) return done(result);
      load(files, function () {
        each(files, function (file) { if (!index.has(file)) missing[file] = true; });
        settle(missing, step, done);
      });
    }

    function nothing(text, isFailed) {
      return {text: text, total: 0, incomplete: isFailed, failed: isFailed, hits: []};
    }

    function query(text, settings, done) {
      if (!index) return loadOne('index.js', function () { index ? query(text, settings, done) : done(nothing(text, true)); });
      var words = wordsOf(analyzer, String(text));
      var missing = {};
      if (!words.length || !index.documents) return done(nothing(text, false));
      settle(missing, function () {
        var found = ask(index, words, !!settings.prefix);
        found.shown = hasNeeds(index) ? [] : found.hits.slice(0, settings.limit || 10);
        each(found.shown, function (hit) { index.title(hit.number); });
        return found;
      }, function (found) { done(answer(text, found, Object.keys(missing).length > 0)); });
    }

    function answer(text, found, isIncomplete) {
      var hits = [];
      each(found.shown, function (hit) {
        var row = index.title(hit.number);
        if (!row) return;
        hits.push({id: row[0], href: row[0] + '.html', title: row[1], section: row[2], score: hit.score,
            titleMarks: passageMarks(row[1], found.terms), textFile: row[3], terms: found.terms});
      });
      return {text: text, total: found.hits.length, incomplete: isIncomplete, failed: false, hits: hits, boosts: found.boosts};
    }

    function passageMarks(title, terms) {
      var wanted = {};
      each(terms, function (term) { wanted['$' + term] = true; });
      return marks(analyzer.words(title).filter(function (word) { return isWanted(word, wanted); }), 0, title.length);
    }

    /* The passage of a hit: done(text, marks); the text is '' if it cannot be had. */
    function passageOf(hit, done) {
      function give() {
        var text = texts['$' + hit.id];
        var found = passage(analyzer, text || '', hit.terms);
        done(found.text, found.marks);
      }
      if (!hit.textFile || texts['$' + hit.id] !== undefined) give();
      else loadOne('t' + hit.textFile + '.js', give);
    }

    return {query: query, passage: passageOf};
  }

  Index.prototype.title = function (number) {
    if (this.titles[number]) return this.titles[number];
    this.need('d' + this.chunks[Math.floor(number / this.chunk)] + '.js');
    return null;
  };

  /* Whether a script has been loaded and has brought what its name promises. */
  Index.prototype.has = function (file) {
    var i;
    for (i = 0; i < this.shards.length; i++) if (this.shards[i].file === file) return !!this.shards[i].rows;
    for (i = 0; i < this.chunks.length; i++) if ('d' + this.chunks[i] + '.js' === file) return !!this.titles[i * this.chunk];
    return false;
  };

  rahnamo.search = {open: open};
  if (typeof module !== 'undefined' && module.exports) {
    require('./analysis.js');
    module.exports = rahnamo;
  }
})(typeof window !== 'undefined' ? window : global);
