/* Days as text, "2026-11-24": such texts compare like the days they name. */
var rahnamo = window.rahnamo || {};

(function () {
  'use strict';

  function twoDigits(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /** The day a date falls on where the reader is. */
  rahnamo.dayOf = function (date) {
    return date.getFullYear() + '-' + twoDigits(date.getMonth() + 1) + '-' + twoDigits(date.getDate());
  };

  /** What expires on a day is no longer valid on that day. */
  rahnamo.isExpired = function (day, today) {
    return day <= today;
  };

  /** What is to be checked by a day may still be checked on that day. */
  rahnamo.isOverdue = function (day, today) {
    return day < today;
  };
})();
/* A page may be read long after it was made: take away what has expired, show what has become doubtful. */
(function () {
  'use strict';

  var today = rahnamo.dayOf(new Date());

  function setHidden(attribute, isPast, hidden) {
    var elements = document.querySelectorAll('[' + attribute + ']');
    for (var i = 0; i < elements.length; i++) {
      if (isPast(elements[i].getAttribute(attribute), today)) {
        elements[i].hidden = hidden;
      }
    }
  }

  function openContents() {
    var contents = document.querySelectorAll('.toc details');
    var isWide = window.matchMedia('(min-width: 62em)').matches;
    for (var i = 0; isWide && i < contents.length; i++) {
      contents[i].open = true;
    }
  }

  /* From file:// a browser would report the manifest as an error. */
  function linkManifest() {
    var href = document.documentElement.getAttribute('data-manifest');
    if (href && (location.protocol === 'https:' || location.hostname === 'localhost')) {
      var link = document.createElement('link');
      link.rel = 'manifest';
      link.href = href;
      document.head.appendChild(link);
    }
  }

  setHidden('data-expires', rahnamo.isExpired, true);
  setHidden('data-expired', rahnamo.isExpired, false);
  setHidden('data-review-by', rahnamo.isOverdue, false);
  openContents();
  linkManifest();
})();
