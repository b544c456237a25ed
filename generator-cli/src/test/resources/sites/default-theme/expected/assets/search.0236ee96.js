/*
 * Words of a text as the index knows them: the twin of the Java package rahnamo.text.analysis. Both work from the same
 * tables and must agree letter for letter, so characters are classed and lowered by ranges, not by the platform.
 */
(function (root) {
  'use strict';

  var rahnamo = root.rahnamo = root.rahnamo || {};

  var APOSTROPHES = '\'`\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u2018\u2019\u201B\u2032\u2035\uFF07';
  var HYPHENS = '-\u2010\u2011\u2012';
  var NUMBER_GAPS = ' \u00A0\u2009\u202F()+./\u2013' + HYPHENS;
  var LONGEST_WORD = 60;
  var MOST_SPELLINGS = 16;
  var RU_VOWELS = 'аеиоуыэюя';

  function isIgnored(c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || c === 0x00AD || (c >= 0x200B && c <= 0x200D);
  }

  function isDigit(c) {
    return c >= 48 && c <= 57;
  }

  function isWordChar(c) {
    if (c < 0x00C0) {
      return isDigit(c) || (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
    }
    return c !== 0x00D7 && c !== 0x00F7 && !(c >= 0x02B0 && c <= 0x036F) && !(c >= 0x0482 && c <= 0x0489) &&
      !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c < 0xD800;
  }

  function lower(c) {
    var even = (c >= 0x0100 && c <= 0x0137) || (c >= 0x014A && c <= 0x0177) || (c >= 0x0460 && c <= 0x0481) ||
      (c >= 0x048A && c <= 0x04BF) || (c >= 0x04D0 && c <= 0x052F);
    var odd = (c >= 0x0139 && c <= 0x0148) || (c >= 0x04C1 && c <= 0x04CE);
    if (even) {
      return c | 1;
    }
    if (odd) {
      return c + (c & 1);
    }
    if ((c >= 65 && c <= 90) || (c >= 0x00C0 && c <= 0x00DE) || (c >= 0x0391 && c <= 0x03A9) || (c >= 0x0410 && c <= 0x042F)) {
      return c + 32;
    }
    return c >= 0x0400 && c <= 0x040F ? c + 80 : c === 0x04C0 ? 0x04CF : c;
  }

  function isMark(text, i) {
    return i < text.length && APOSTROPHES.indexOf(text.charAt(i)) >= 0;
  }

  function isAllDigits(form) {
    for (var i = 0; i < form.length; i++) {
      if (!isDigit(form.charCodeAt(i))) {
        return false;
      }
    }
    return form.length > 0;
  }

  function isCyrillic(word) {
    for (var i = 0; i < word.length; i++) {
      var c = word.charCodeAt(i);
      if (c >= 0x0400 && c < 0x0530) {
        return true;
      }
    }
    return false;
  }

  function endsWith(word, end) {
    return word.length >= end.length && word.lastIndexOf(end) === word.length - end.length;
  }

  function contains(letters, word) {
    for (var i = 0; i < word.length; i++) {
      if (letters.indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Lower case without stress marks and soft hyphens; apostrophes of any kind become one kind. */
  function lowered(text, start, end) {
    var out = '';
    for (var i = start; i < end; i++) {
      var c = text.charCodeAt(i);
      if (!isIgnored(c)) {
        out += isMark(text, i) ? '\'' : String.fromCharCode(lower(c));
      }
    }
    return out;
  }

  /** The Snowball stemmer for Russian; its endings come from the table. */
  function russianStem(word, table) {
    var rv = word.length;
    var r2 = word.length;
    var i = 0;
    function isVowel(at) {
      return RU_VOWELS.indexOf(word.charAt(at)) >= 0;
    }
    function passVowel() {
      while (i < word.length && !isVowel(i)) {
        i++;
      }
      return i++ < word.length;
    }
    function passConsonant() {
      while (i < word.length && isVowel(i)) {
        i++;
      }
      return i++ < word.length;
    }
    if (passVowel()) {
      rv = i;
      if (passConsonant() && passVowel() && passConsonant()) {
        r2 = i;
      }
    }
    /** Cuts the longest ending of a list that lies after the limit; some need an а or я before them. */
    function cut(name, limit) {
      var longest = '';
      var afterA = false;
      table[name].split(' ').forEach(function (item) {
        var needsA = item.charAt(0) === '+';
        var end = needsA ? item.slice(1) : item;
        if (end.length > longest.length && word.length - end.length >= limit && endsWith(word, end)) {
          longest = end;
          afterA = needsA;
        }
      });
      var rest = word.length - longest.length;
      if (!longest || (afterA && (rest - 1 < limit || 'ая'.indexOf(word.charAt(rest - 1)) < 0))) {
        return false;
      }
      word = word.slice(0, rest);
      return true;
    }
    if (!cut('gerund', rv)) {
      cut('reflexive', rv);
      if (cut('adjective', rv)) {
        cut('participle', rv);
      } else if (!cut('verb', rv)) {
        cut('noun', rv);
      }
    }
    if (word.length > rv && endsWith(word, 'и')) {
      word = word.slice(0, -1);
    }
    cut('derivation', r2);
    if (cut('superlative', rv)) {
      return endsWith(word, 'нн') && word.length - 2 >= rv ? word.slice(0, -1) : word;
    }
    if (endsWith(word, 'нн') && word.length - 2 >= rv) {
      return word.slice(0, -1);
    }
    return endsWith(word, 'ь') && word.length - 1 >= rv ? word.slice(0, -1) : word;
  }

  /** Strips endings in the order of their slots, from the last inwards, in every possible way. */
  function stripper(table) {
    var byLast = {};
    table.endings.forEach(function (row) {
      row[4].split(' ').forEach(function (end) {
        var last = end.charAt(end.length - 1);
        (byLast[last] = byLast[last] || []).push({slot: row[0], next: row[1], after: row[2], least: row[3], end: end});
      });
    });

    function fits(rule, word, slot, length) {
      var rest = length - rule.end.length;
      if (rule.slot <= slot || rest < rule.least || word.slice(rest, length) !== rule.end) {
        return false;
      }
      return allows(rule.after, word.charAt(rest - 1)) && contains(table.vowels, word.slice(0, rest));
    }

    /** Whether an ending may follow a letter: after V a vowel, C a consonant, * anything, else one of the letters named. */
    function allows(after, letter) {
      var isVowel = table.vowels.indexOf(letter) >= 0;
      return after === '*' || (after === 'V' ? isVowel : after === 'C' ? !isVowel : after.indexOf(letter) >= 0);
    }

    /** The lengths that can be left, longest first; the whole word is not among them. */
    return function (word) {
      var seen = {};
      var lengths = {};
      function walk(length, slot) {
        if (seen[length * 100 + slot]) {
          return;
        }
        seen[length * 100 + slot] = true;
        lengths[length] = true;
        (byLast[word.charAt(length - 1)] || []).forEach(function (rule) {
          if (fits(rule, word, slot, length)) {
            walk(length - rule.end.length, rule.next);
          }
        });
      }
      walk(word.length, 0);
      var out = [];
      for (var length = word.length - 1; length > 0; length--) {
        if (lengths[length]) {
          out.push(length);
        }
      }
      return out;
    };
  }

  /** Folded form of a lowered word: pairs of letters first, then single letters; what is not listed stays. */
  function fold(word, table) {
    var out = '';
    for (var i = 0; i < word.length; i++) {
      var pair = table.fold[word.substr(i, 2)];
      if (pair !== undefined && i + 1 < word.length) {
        out += pair;
        i++;
      } else {
        var single = table.fold[word.charAt(i)];
        out += single === undefined ? word.charAt(i) : single;
      }
    }
    return out;
  }

  /**
   * The analyzer of one language, from its table.
   *
   * words(text) gives the words of a text in NFC, in order of their start; query(text) also says what else to try.
   */
  rahnamo.analyzer = function (table) {
    var strip = table.endings ? stripper(table) : null;
    var stops = {};
    var pairs = {};
    table.stop.split(' ').forEach(function (word) {
      stops[' ' + word] = true;
    });
    (table.stems || []).forEach(function (row) {
      row.split(' ').forEach(function (stem, i, all) {
        pairs[' ' + stem] = all[0];
      });
    });

    function folded(word) {
      return fold(word, table);
    }

    /** The citation stem of a verb in the table, if this is one of its stems, perhaps with a prefix. */
    function known(stem) {
      var found = pairs[' ' + stem];
      for (var i = 0; !found && table.prefixes && i < table.prefixes.length; i++) {
        var prefix = table.prefixes[i];
        if (stem.indexOf(prefix) === 0) {
          found = pairs[' ' + stem.slice(prefix.length)];
        }
      }
      return found;
    }

    /** One stem for the stems of an irregular word, one letter for those that change at the end. */
    function unified(stem) {
      var found = known(stem);
      if (found) {
        return found;
      }
      var last = stem.charAt(stem.length - 1);
      return table.last && stem.length > 2 && table.last.indexOf(last) > 0 ? stem.slice(0, -1) + table.last.charAt(0) : stem;
    }

    /** The stems a form may have: the one to index (of a listed word, or with nothing left to strip), then the shortest. */
    function stemsOf(form) {
      if (!strip) {
        return [russianStem(form, table)];
      }
      var stems = stripped(form);
      var root = rootOf(stems[0]);
      return root === stems[0] ? stems : [root].concat(stems);
    }

    function rootOf(stem) {
      var shorter = stripped(stem)[0];
      return shorter === stem ? stem : rootOf(shorter);
    }

    /** What the endings of one word leave: that of a listed word, then the shortest. */
    function stripped(form) {
      if (form.length < 4 || form.length > LONGEST_WORD || isAllDigits(form)) {
        return [unified(form)];
      }
      var lengths = strip(form);
      var listed = [form.length].concat(lengths).filter(function (length) {
        return known(form.slice(0, length));
      });
      return listed.slice(0, 1).concat(lengths.reverse(), lengths.length ? [] : [form.length]).map(function (length) {
        return unified(form.slice(0, length));
      });
    }

    /** Numbers of a Russian, Tajik or Uzbek line are known without the code of the country. */
    function numberWord(start, length, digits) {
      var form = digits;
      if (digits.length === 11 && '78'.indexOf(digits.charAt(0)) >= 0) {
        form = digits.slice(1);
      } else if (digits.length === 12 && (digits.indexOf('992') === 0 || digits.indexOf('998') === 0)) {
        form = digits.slice(3);
      }
      return {start: start, length: length, form: form, stem: form.length >= 9 ? form.slice(-7) : form};
    }

    function word(start, length, form) {
      return isAllDigits(form)
        ? numberWord(start, length, form)
        : {start: start, length: length, form: form, stem: stemsOf(form)[0]};
    }

    /** The plain words, without those joined over hyphens and gaps. */
    function tokens(text) {
      var out = [];
      var i = 0;
      while (i < text.length) {
        if (!isWordChar(text.charCodeAt(i))) {
          i++;
          continue;
        }
        var start = i;
        while (i < text.length && isInside(text, i)) {
          i++;
        }
        var spelled = lowered(text, start, i);
        var form = folded(spelled);
        if (form) {
          out.push({start: start, length: i - start, form: form, spelled: spelled});
        }
      }
      return out;
    }

    function isInside(text, i) {
      var c = text.charCodeAt(i);
      return isWordChar(c) || isIgnored(c) ||
        (isMark(text, i) && i + 1 < text.length && isWordChar(text.charCodeAt(i + 1)));
    }

    function gap(text, a, b) {
      return text.slice(a.start + a.length, b.start);
    }

    function isHyphen(between) {
      return between.length === 1 && HYPHENS.indexOf(between) >= 0;
    }

    function isNumberGap(between) {
      for (var i = 0; i < between.length; i++) {
        if (NUMBER_GAPS.indexOf(between.charAt(i)) < 0) {
          return false;
        }
      }
      return between.length > 0 && between.length < 4;
    }

    /** Joins the words from a place on as far as the gaps allow; null if there is nothing to join. */
    function joined(text, list, from, areNumbers) {
      var to = from;
      var form = list[from].form;
      while (to + 1 < list.length && to - from < 7) {
        var between = gap(text, list[to], list[to + 1]);
        var goesOn = areNumbers
          ? isAllDigits(list[to].form) && isAllDigits(list[to + 1].form) && isNumberGap(between)
          : isHyphen(between);
        if (!goesOn) {
          break;
        }
        to++;
        form += list[to].form;
      }
      var isNumber = isAllDigits(form);
      var length = list[to].start + list[to].length - list[from].start;
      if (to === from || areNumbers !== isNumber || (isNumber ? form.length < 4 || form.length > 15 : to - from > 3)) {
        return null;
      }
      return {to: to, word: word(list[from].start, length, form)};
    }

    /** Calls back with each word, joined ones before their parts. */
    function each(text, call) {
      var list = tokens(text);
      var numbersTo = -1;
      var hyphensTo = -1;
      for (var i = 0; i < list.length; i++) {
        var number = i > numbersTo ? joined(text, list, i, true) : null;
        var chain = i > hyphensTo ? joined(text, list, i, false) : null;
        if (number) {
          numbersTo = number.to;
          call(number.word, null);
        }
        if (chain) {
          hyphensTo = chain.to;
          call(chain.word, null);
        }
        call(word(list[i].start, list[i].length, list[i].form), list[i].spelled);
      }
    }

    /** Other spellings of a Cyrillic word typed without the letters its keyboard lacks. */
    function spellings(spelled) {
      var all = [''];
      for (var i = 0; i < spelled.length; i++) {
        var letter = spelled.charAt(i);
        var other = (table.keyboard || {})[letter];
        var grown = [];
        for (var j = 0; j < all.length; j++) {
          grown.push(all[j] + letter);
        }
        for (j = 0; other && j < all.length && grown.length < MOST_SPELLINGS; j++) {
          grown.push(all[j] + other);
        }
        all = grown;
      }
      return all.slice(1);
    }

    function addNew(list, term, known) {
      if (term && known.indexOf(term) < 0) {
        known.push(term);
        list.push(term);
      }
    }

    /** What a word is if it was typed without the letters that a keyboard lacks. */
    function otherSpellings(spelled, known) {
      var terms = [];
      if (isCyrillic(spelled)) {
        spellings(spelled).forEach(function (other) {
          var form = folded(other);
          addNew(terms, form, known);
          addNew(terms, stemsOf(form)[0], known);
        });
      }
      return terms;
    }

    /** Other readings, list by list; a term that ends in * stands for all that begin so. */
    function alternatives(found, spelled, known) {
      var lists = [];
      stemsOf(found.form).reverse().forEach(function (stem) {
        var one = [];
        addNew(one, stem, known);
        lists.push(one);
      });
      if (table.russian && isCyrillic(spelled)) {
        var stem = folded(russianStem(fold(spelled, table.russian), table.russian));
        lists.push(stem.length > 2 ? [stem + '*'] : []);
      }
      return lists.filter(function (list) {
        return list.length;
      });
    }

    return {
      words: function (text) {
        var out = [];
        each(text, function (found) {
          out.push(found);
        });
        return out;
      },

      query: function (text) {
        var out = [];
        each(text.normalize ? text.normalize('NFC') : text, function (found, spelled) {
          found.stop = !!stops[' ' + found.form];
          found.whole = spelled === null;
          var known = [found.form, found.stem];
          var hasOthers = !found.whole && !isAllDigits(found.form);
          found.spellings = hasOthers ? otherSpellings(spelled, known) : [];
          found.alternatives = hasOthers ? alternatives(found, spelled, known) : [];
          out.push(found);
        });
        return out;
      }
    };
  };

  if (typeof module === 'object' && module.exports) {
    module.exports = rahnamo;
  }
})(typeof window !== 'undefined' ? window : global);
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
/* The search page: asks the engine while the reader types and shows what it found. Text is only ever set as text. */
(function () {
  'use strict';

  var PAUSE = 150;
  var STEP = 10;
  var LONGEST = 200;

  var form = document.getElementById('search');
  var input = document.getElementById('query');
  var found = document.getElementById('found');
  var trouble = document.getElementById('trouble');
  var results = document.getElementById('results');
  var more = document.getElementById('more');
  var also = document.getElementById('also');
  var elsewhere = document.getElementById('elsewhere');
  var hint = document.getElementById('hint');

  var engines = {};
  var asked = '';
  var number = 0;
  var timer = 0;

  /** The words after #q= in an address; whatever else stands there is no question. */
  function questionIn(hash) {
    if (hash.slice(0, 3) !== '#q=') {
      return '';
    }
    try {
      return decodeURIComponent(hash.slice(3).replace(/\+/g, ' ')).slice(0, LONGEST).trim();
    } catch (malformed) {
      return '';
    }
  }

  function setting(name) {
    return form.getAttribute('data-' + name) || '';
  }

  /** fetch fails from file://, so the parts of an index are scripts. */
  function load(address, done) {
    var script = document.createElement('script');
    script.src = address;
    script.onload = function () {
      done(null);
    };
    script.onerror = function () {
      script.parentNode.removeChild(script);
      done(new Error(address));
    };
    document.head.appendChild(script);
  }

  function engine(language, base) {
    if (!engines[language]) {
      engines[language] = rahnamo.search.open({ language: language, base: base, load: rahnamo.part || load });
    }
    return engines[language];
  }

  /** Puts a text into an element with the given ranges marked. */
  function setMarked(element, text, marks) {
    var from = 0;
    for (var i = 0; i < marks.length; i++) {
      var mark = document.createElement('mark');
      mark.textContent = text.slice(marks[i][0], marks[i][1]);
      element.appendChild(document.createTextNode(text.slice(from, marks[i][0])));
      element.appendChild(mark);
      from = marks[i][1];
    }
    element.appendChild(document.createTextNode(text.slice(from)));
  }

  function add(parent, name, text, marks) {
    var element = document.createElement(name);
    setMarked(element, text, marks || []);
    parent.appendChild(element);
    return element;
  }

  /** The passage comes later than the hit; its place is kept for it. */
  function addPassage(li, hit, finder) {
    var p = add(li, 'p', '');
    p.className = 'passage';
    finder.passage(hit, function (text, marks) {
      setMarked(p, text, marks);
    });
  }

  function item(hit, base, finder) {
    var li = document.createElement('li');
    if (hit.section) {
      add(li, 'p', hit.section).className = 'section';
    }
    var link = add(li, 'a', hit.title, hit.titleMarks);
    link.href = base + hit.href;
    if (hit.lang) {
      li.lang = link.hreflang = hit.lang;
    }
    addPassage(li, hit, finder);
    return li;
  }

  function show(list, hits, base, finder) {
    var items = document.createDocumentFragment();
    for (var i = 0; i < hits.length; i++) {
      items.appendChild(item(hits[i], base, finder));
    }
    list.textContent = '';
    list.appendChild(items);
  }

  function setTrouble(text) {
    trouble.hidden = !text;
    trouble.querySelector('p').textContent = text;
  }

  /** What the page shows before a question and after it was taken back. */
  function clear() {
    results.textContent = '';
    found.textContent = '';
    setTrouble('');
    more.hidden = true;
    hint.hidden = true;
    elsewhere.hidden = false;
    showAlso([]);
  }

  function showAlso(hits, finder) {
    if (also) {
      also.hidden = !hits.length;
      show(also.querySelector('ol'), hits, setting('also-base'), finder);
    }
  }

  function answer(result, limit, finder) {
    var isNothing = !result.hits.length;
    show(results, result.hits, setting('base'), finder);
    setTrouble(result.failed ? setting('broken') : result.incomplete ? setting('part') : '');
    found.textContent = result.failed
      ? ''
      : isNothing
        ? setting('none').replace('{0}', asked)
        : setting('count').replace('{0}', result.total);
    more.hidden = result.total <= limit;
    hint.hidden = !isNothing;
    elsewhere.hidden = !isNothing;
  }

  /** Asks one engine; an answer to an older question is dropped. */
  function put(language, base, options, then) {
    var mine = number;
    try {
      var finder = engine(language, base);
      finder.query(asked, options, function (result) {
        if (mine === number) {
          then(result, finder);
        }
      });
    } catch (missing) {
      then({ hits: [], total: 0, failed: true });
    }
  }

  function ask(isTyping, limit, then) {
    number++;
    if (!asked) {
      clear();
      return;
    }
    var options = { prefix: isTyping, limit: limit };
    put(setting('language'), setting('index'), options, function (result, finder) {
      answer(result, limit, finder);
      if (then) {
        then();
      }
      if (also && setting('also')) {
        put(setting('also'), setting('also-index'), { prefix: false, limit: 3 }, function (others, other) {
          showAlso(others.hits, other);
        });
      }
    });
  }

  function change(isTyping, then) {
    var words = input.value.trim();
    clearTimeout(timer);
    if (words !== asked) {
      asked = words;
      location.replace(words ? '#q=' + encodeURIComponent(words) : setting('place') || '#');
      ask(isTyping, STEP, then);
    } else if (then) {
      then();
    }
  }

  function focusItem(step) {
    var links = document.querySelectorAll('#results a, #also:not([hidden]) a');
    for (var i = 0; i < links.length; i++) {
      if (links[i] === document.activeElement) {
        (links[i + step] || input).focus();
        return;
      }
    }
    if (step > 0 && document.activeElement === input && links.length) {
      links[0].focus();
    }
  }

  input.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      change(true);
    }, PAUSE);
  });

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    change(false, function () {
      focusItem(1);
    });
  });

  more.addEventListener('click', function () {
    var count = results.children.length;
    ask(false, count + STEP, function () {
      var next = results.children[count];
      if (next) {
        next.querySelector('a').focus();
      }
    });
  });

  document.addEventListener('keydown', function (event) {
    var isInList = event.target === input || event.target.parentNode.parentNode.nodeName === 'OL';
    var step = event.keyCode === 40 ? 1 : event.keyCode === 38 ? -1 : 0;
    if (isInList && step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      focusItem(step);
    }
  });

  window.addEventListener('hashchange', function () {
    var words = questionIn(location.hash);
    if (words !== asked) {
      clearTimeout(timer);
      asked = input.value = words;
      ask(false, STEP);
    }
  });

  input.value = questionIn(location.hash);
  if (input.value) {
    change(false);
  } else {
    input.focus();
  }
})();
