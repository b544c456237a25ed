/* The whole site in one file: of its pages only the one is shown that the address names, and the search takes the parts
   of its index from this page. Runs before the page is read, so that a phone need not lay out what nobody sees. */
var rahnamo = window.rahnamo || {};

(function () {
  'use strict';

  var places = {};
  var left = '#';
  var isFollowed = false;
  var site = document.title;

  document.documentElement.className = 'routed';

  /** Calls what a part of the index calls: the engine asks for parts by their addresses. */
  rahnamo.part = function (address, done) {
    var part = document.getElementById(address);
    if (part) {
      rahnamo[part.getAttribute('data-kind')](JSON.parse(part.textContent));
    }
    done(part ? null : new Error(address));
  };

  function decoded(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch (malformed) {
      return hash;
    }
  }

  /** The element that an address names; whatever is asked is answered on the page of the search. */
  function elementAt(hash) {
    return document.getElementById(hash.slice(0, 3) === '#q=' ? 'search.html' : decoded(hash) || 'index.html');
  }

  function viewOf(element) {
    while (element && (' ' + element.className + ' ').indexOf(' view ') < 0) {
      element = element.parentNode;
      if (element === document) {
        return null;
      }
    }
    return element;
  }

  function markSection(view) {
    var links = document.querySelectorAll('.sections a');
    for (var i = 0; i < links.length; i++) {
      var folder = links[i].getAttribute('href').slice(1).replace('index.html', '');
      if (view.id.slice(0, folder.length) === folder) {
        links[i].setAttribute('aria-current', 'true');
      } else {
        links[i].removeAttribute('aria-current');
      }
    }
  }

  function turnTo(view, element) {
    var shown = document.querySelector('.view.shown');
    var heading = view.querySelector('h1');
    shown.className = 'view';
    view.className = 'view shown';
    document.title = (heading ? heading.textContent + ' · ' : '') + site;
    markSection(view);
    if (!isFollowed && places[location.hash] !== undefined) {
      window.scrollTo(0, places[location.hash]);
      return;
    }
    (view.querySelector('input[type="search"]') || view).focus();
    if (element === view) {
      window.scrollTo(0, 0);
    } else {
      element.scrollIntoView();
    }
  }

  /** A place outside of all pages, such as the one to skip to, changes nothing. */
  function show() {
    var element = elementAt(location.hash);
    var view = viewOf(element);
    if (view && view.className === 'view') {
      turnTo(view, element);
    }
    left = location.hash;
    isFollowed = false;
  }

  /** Where the reader was, for the way back. */
  document.addEventListener('click', function (event) {
    for (var link = event.target; link && link.nodeName !== 'A'; link = link.parentNode);
    if (link && link.getAttribute('href').charAt(0) === '#') {
      places[left] = window.pageYOffset;
      isFollowed = link.getAttribute('href') !== location.hash;
    }
  });

  window.addEventListener('hashchange', show);
  document.addEventListener('DOMContentLoaded', show);
})();
