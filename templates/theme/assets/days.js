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
