/* The page of packs: keeps a pack in the browser when the reader asks for it. All work is done by sw.js; nothing is
   registered before that, and where a browser cannot do it nothing is offered. */
(function () {
  'use strict';

  var boxes = document.querySelectorAll('.keep');
  var isSafe = location.protocol === 'https:' || location.hostname === 'localhost';
  var workers = navigator.serviceWorker;
  var root = boxes.length && window.URL ? new URL('../', location.href).href : '';
  var STILL = 20000;

  function each(list, take) {
    Array.prototype.forEach.call(list, take);
  }

  function word(box, name, value) {
    return box.getAttribute('data-' + name).replace('{0}', value);
  }

  function part(box, name) {
    return box.querySelector('[data-part="' + name + '"]');
  }

  function say(box, text) {
    part(box, 'said').textContent = text;
  }

  /** A day as "24.11.2026", as all languages of the site write it. */
  function day(date) {
    return date.split('-').reverse().join('.');
  }

  function show(kept) {
    each(boxes, function (box) {
      var isThis = !!kept && kept.id === box.getAttribute('data-id');
      box.hidden = false;
      part(box, 'keep').hidden = isThis;
      part(box, 'newer').hidden = !isThis || box.getAttribute('data-file').indexOf('-' + kept.sequence + '.zip') > 0;
      part(box, 'remove').hidden = !isThis;
      if (isThis) {
        say(box, word(box, 'kept', day(kept.created)));
      } else if (kept) {
        say(box, '');
      }
    });
    return kept;
  }

  function ask(worker, question, tell) {
    return new Promise(function (resolve, reject) {
      var channel = new MessageChannel();
      var still = setInterval(function () {
        worker.postMessage({ what: 'wait' }, [new MessageChannel().port1]);
      }, STILL);
      channel.port1.onmessage = function (event) {
        if (!event.data.end) {
          tell(event.data);
          return;
        }
        clearInterval(still);
        if (event.data.fault) {
          reject(event.data.fault);
        } else {
          resolve(event.data.kept);
        }
      };
      worker.postMessage(question, [channel.port2]);
    });
  }

  /** The worker of the site, once it runs. */
  function worker(registration) {
    var found = registration.active || registration.waiting || registration.installing;
    return new Promise(function (resolve, reject) {
      function look() {
        if (found.state === 'activated') {
          resolve(found);
        } else if (found.state === 'redundant') {
          reject('failed');
        }
      }
      found.addEventListener('statechange', look);
      look();
    });
  }

  function faultOf(code) {
    if (/^(network|space|busy)$/.test(code)) {
      return code;
    }
    if (/^rollback/.test(code)) {
      return 'older';
    }
    if (/^(signature|trust|unsigned|unknown-root|delegation)/.test(code)) {
      return 'forged';
    }
    return /^(zip|entry|name|sums|pack|manifest)/.test(code) ? 'damaged' : 'failed';
  }

  function setBusy(box, isBusy) {
    each(box.querySelectorAll('button'), function (button) {
      button.disabled = isBusy;
    });
    part(box, 'progress').hidden = !isBusy;
  }

  function tell(box) {
    return function (news) {
      var share = Math.floor((news.done / news.total) * 100);
      part(box, 'progress').value = share;
      say(box, word(box, news.step, share));
    };
  }

  /** Whether there is room for the unpacked pack, as far as the browser says. */
  function requireRoom(box) {
    var needed = +box.getAttribute('data-bytes');
    if (!navigator.storage || !navigator.storage.estimate) {
      return Promise.resolve();
    }
    return navigator.storage.estimate().then(function (found) {
      if (found.quota - found.usage < needed) {
        throw 'space';
      }
    });
  }

  /** What this page needs to be opened without a network, below the root of the site. */
  function ofThisPage() {
    var paths = ['packs/index.html'];
    each(document.querySelectorAll('script[src], link[rel="stylesheet"]'), function (element) {
      paths.push((element.src || element.href).slice(root.length));
    });
    return paths;
  }

  function run(box, work) {
    setBusy(box, true);
    work().then(show).then(null, function (fault) {
      var code = typeof fault === 'string' ? fault : 'failed';
      var megabytes = Math.ceil(+box.getAttribute('data-bytes') / 1048576);
      say(box, word(box, faultOf(code), megabytes));
      return forgetUnused();
    }).then(function () {
      setBusy(box, false);
    });
  }

  /** A worker that keeps nothing need not stay. */
  function forgetUnused() {
    return workers.getRegistration(root).then(function (registration) {
      return registration && registration.active ? ask(registration.active, { what: 'tell' }, function () {}).then(function (kept) {
        return kept ? null : registration.unregister();
      }) : null;
    });
  }

  function keep(box) {
    run(box, function () {
      return requireRoom(box).then(function () {
        return workers.register(root + 'sw.js', { scope: root });
      }).then(worker).then(function (active) {
        return ask(active, { what: 'keep', file: box.getAttribute('data-file'), page: ofThisPage() }, tell(box));
      });
    });
  }

  function remove(box) {
    run(box, function () {
      return workers.getRegistration(root).then(function (registration) {
        return worker(registration).then(function (active) {
          return ask(active, { what: 'remove' }, function () {});
        }).then(function () {
          return registration.unregister();
        });
      }).then(function () {
        say(box, word(box, 'removed', ''));
        return null;
      });
    });
  }

  function start() {
    each(boxes, function (box) {
      part(box, 'keep').addEventListener('click', function () { keep(box); });
      part(box, 'newer').addEventListener('click', function () { keep(box); });
      part(box, 'remove').addEventListener('click', function () { remove(box); });
    });
    workers.getRegistration(root).then(function (registration) {
      return registration && registration.active ? ask(registration.active, { what: 'tell' }, function () {}) : null;
    }).then(show);
  }

  if (isSafe && root && workers && window.caches && window.crypto && crypto.subtle && window.Promise && window.TextDecoder) {
    start();
  }
})();
