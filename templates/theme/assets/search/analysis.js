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
