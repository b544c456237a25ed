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
