/* Answers as the search engine would, so that the page can be looked at in every state. */
var rahnamo = window.rahnamo || {};
rahnamo.search = {
  open: function (options) {
    'use strict';
    rahnamo.opened = (rahnamo.opened || []).concat(options.language + ' ' + options.base);
    rahnamo.asked = rahnamo.asked || [];
    function hit(number, text) {
      return {
        href: 'rights/detention.html',
        title: text + ' ' + number,
        titleMarks: [[0, text.length]],
        section: 'Section',
        lang: number === 2 ? 'tg' : undefined
      };
    }
    function result(text, count, limit, more) {
      var answer = { text: text, total: count, hits: [] };
      for (var i = 0; i < Math.min(count, limit); i++) {
        answer.hits.push(hit(i, text));
      }
      for (var name in more) {
        answer[name] = more[name];
      }
      return answer;
    }
    return {
      passage: function (hit, done) {
        setTimeout(function () {
          done('One two three <img src=x onerror=alert(1)> four', [[4, 7], [14, 17]]);
        }, 0);
      },
      query: function (text, settings, done) {
        rahnamo.asked.push(options.language + ' ' + text + ' ' + settings.prefix);
        if (text === 'throw') {
          throw new Error('throw');
        }
        if (text === 'missing') {
          options.load(options.base + 'missing.js', function (problem) {
            done(result(text, 1, 1, { incomplete: !!problem }));
          });
        } else if (text === 'slow') {
          setTimeout(function () {
            done(result(text, 3, settings.limit));
          }, 400);
        } else {
          done(result(text, text === 'nothing' ? 0 : 12, settings.limit));
        }
      }
    };
  }
};
