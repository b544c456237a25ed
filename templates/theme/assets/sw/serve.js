/* Answers what pages ask for, fetches packs, and does what the page of packs tells it. */
(function () {
  'use strict';

  var scope = new URL(self.registration.scope);
  var MINUTE = 60000;
  var HOUR = 60 * MINUTE;
  var LARGEST = 64 << 20;
  var PAGE = 'packs/index.html';
  var PATIENCE = 3000;
  var HASHED = /^(assets\/[^/]+\.[0-9a-f]{8}\.[a-z]+|search\/[^/]+\/[sdt][0-9a-z]{6,}\.js)$/;
  var begun = {};
  var work = null;

  function pathOf(address) {
    var path = new URL(address).pathname;
    if (path.indexOf(scope.pathname) !== 0) return null;
    path = path.slice(scope.pathname.length);
    return path === '' || path.slice(-1) === '/' ? path + 'index.html' : path;
  }

  function download(file, tell) {
    return fetch(scope.href + 'packs/' + file, { cache: 'no-store', credentials: 'omit' }).catch(function () {
      throw rahnamo.fault('network');
    }).then(function (response) {
      if (!response.ok) throw rahnamo.fault('network');
      var total = +response.headers.get('Content-Length') || 0;
      if (total > LARGEST) throw rahnamo.fault('pack-too-large');
      return response.body && response.body.getReader ? pieces(response.body.getReader(), total, tell) : response.arrayBuffer();
    }).then(function (buffer) {
      return new Uint8Array(buffer);
    });
  }

  function pieces(reader, total, tell) {
    var all = [], size = 0;
    function more() {
      return reader.read().then(function (piece) {
        if (piece.done) {
          var bytes = new Uint8Array(size), at = 0;
          all.forEach(function (part) {
            bytes.set(part, at);
            at += part.length;
          });
          return bytes;
        }
        all.push(piece.value);
        size += piece.value.length;
        if (size > LARGEST) throw rahnamo.fault('pack-too-large');
        tell({ step: 'download', done: size, total: Math.max(total, size) });
        return more();
      }, function () {
        throw rahnamo.fault('network');
      });
    }
    return more();
  }

  /** All pages that are open, and those that are just being opened. */
  rahnamo.openPages = function () {
    return self.clients.matchAll({ type: 'window' }).then(function (open) {
      var pages = open.map(function (client) { return client.id; });
      pages.forEach(function (id) { delete begun[id]; });
      return pages.concat(Object.keys(begun).filter(function (id) {
        return pages.indexOf(id) < 0 && Date.now() - begun[id] < MINUTE;
      }));
    });
  };

  /* One download at a time. */
  function keep(file, tell) {
    if (work) return Promise.reject(rahnamo.fault('busy'));
    work = download(file, tell).then(function (bytes) { return rahnamo.keep(bytes, tell); });
    var done = function () { work = null; };
    work.then(done, done);
    return work;
  }

  function listed() {
    return fetch(scope.href + 'packs/packs.json', { cache: 'no-store', credentials: 'omit' }).then(function (response) {
      if (!response.ok) throw rahnamo.fault('network');
      return response.json();
    }, function () {
      throw rahnamo.fault('network');
    }).then(function (list) { return list.packs; });
  }

  /* Now and then, while the reader has a network anyway: a newer version of what is kept, which the next page shows. */
  function lookForNewer() {
    var saves = self.navigator.connection && self.navigator.connection.saveData;
    return rahnamo.record().then(function (record) {
      if (!record.current || saves || Math.abs(Date.now() - record.asked) < HOUR) return null;
      return listed().then(function (packs) {
        return rahnamo.change(function (now) {
          now.asked = Date.now();
          return now;
        }).then(function () {
          var newer = packs.filter(function (pack) {
            return pack.id === record.current.id && !pack['base-identity'] &&
              (pack.epoch > record.current.epoch || (pack.epoch === record.current.epoch && pack.sequence > record.current.sequence));
          })[0];
          return newer ? keep(newer.file, function () {}) : null;
        });
      });
    }).catch(function () {}); // without a network, or with a pack that is refused, all stays as it is
  }

  function ranged(request, response) {
    var wanted = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') || '');
    if (!wanted) return response;
    return response.arrayBuffer().then(function (all) {
      var from = +wanted[1], to = wanted[2] ? Math.min(+wanted[2], all.byteLength - 1) : all.byteLength - 1;
      return new Response(all.slice(from, to + 1), { status: 206, headers: {
        'Content-Type': response.headers.get('Content-Type'),
        'Content-Range': 'bytes ' + from + '-' + to + '/' + all.byteLength } });
    });
  }

  function soon(request) {
    return new Promise(function (resolve, reject) {
      setTimeout(reject, PATIENCE);
      fetch(request).then(resolve, reject);
    });
  }

  /* The page of packs is not in a pack; what is kept of it serves where there is no network. */
  function ofPacks(event, path) {
    return soon(event.request).catch(function () { return rahnamo.fileOfPage(path); }).then(function (response) {
      return response || Response.error();
    });
  }

  /* A page: from the pack, else from the network, else the one that says that it is not in the pack. The choice of a
     language is the other way round, since it leads to languages that are not kept. */
  function page(event, record, path) {
    var kept = function () {
      begun[event.resultingClientId || ''] = Date.now();
      if (record.former.length) event.waitUntil(rahnamo.tidy());
      return rahnamo.fileIn(record.current, path);
    };
    var isKept = record.current.names.indexOf(path) >= 0;
    if (path === 'index.html') return soon(event.request).catch(kept);
    if (isKept) return kept();
    return fetch(event.request).catch(function () {
      var language = path.split('/')[0];
      var folder = record.current.languages.indexOf(language) >= 0 ? language : record.current.languages[0];
      return Response.redirect(scope.href + folder + '/not-in-pack.html', 302);
    });
  }

  function versionFor(client, record) {
    var former = record.former.filter(function (one) { return one.pages.indexOf(client.id) >= 0; })[0];
    return former ? former.version : record.gone.indexOf(client.id) >= 0 ? null : record.current;
  }

  /* What a page needs: from the version that the page is of, and never from another. A name with the digest of its
     content is the same in all. */
  function part(event, record, path) {
    return self.clients.get(event.clientId).then(function (client) {
      var version = client ? versionFor(client, record) : record.current;
      var shown = client ? pathOf(client.url) : null;
      var isOfPack = version && shown !== 'index.html' && version.names.indexOf(shown) >= 0;
      if (version && (isOfPack || HASHED.test(path)) && version.names.indexOf(path) >= 0) {
        return rahnamo.fileIn(version, path).then(function (response) { return ranged(event.request, response); });
      }
      if (isOfPack || !version) return Response.error();
      return fetch(event.request).catch(function () {
        return rahnamo.fileOfPage(path).then(function (response) { return response || Response.error(); });
      });
    });
  }

  self.addEventListener('fetch', function (event) {
    var path = pathOf(event.request.url);
    var isOurs = event.request.method === 'GET' && new URL(event.request.url).origin === scope.origin && path !== null;
    if (!isOurs || /^(packs\/.*\.(zip|html|json)|app\/.*|qr\/.*|sw\.js)$/.test(path) && path !== PAGE) return;
    if (path.indexOf('packs/') === 0) {
      event.respondWith(ofPacks(event, path));
      return;
    }
    var isPage = event.request.mode === 'navigate';
    event.respondWith(rahnamo.record().then(function (record) {
      if (!record.current) return fetch(event.request);
      return isPage ? page(event, record, path) : part(event, record, path);
    }));
    if (isPage) event.waitUntil(lookForNewer());
  });

  /* Answers to the page of packs; it calls again while it waits, so that a slow download is not taken for idleness. */
  self.addEventListener('message', function (event) {
    var port = event.ports[0];
    var tell = function (news) { port.postMessage(news); };
    var ask = event.data || {};
    var answer = ask.what === 'keep' ? keep(ask.file, tell).then(function (record) {
      return rahnamo.keepPage(ask.page).then(function () { return record; });
    }) : ask.what === 'remove' ? rahnamo.remove() : rahnamo.record();
    if (ask.what === 'wait') {
      event.waitUntil(new Promise(function (resolve) { setTimeout(resolve, 25000); }));
      return;
    }
    var told = answer.then(function (record) {
      tell({ kept: record ? record.current || null : null, end: true });
    }, function (fault) {
      tell({ fault: fault.code || 'failed', end: true });
    });
    event.waitUntil(ask.what === 'keep' ? new Promise(function (resolve) { setTimeout(resolve, 25000); }) : told);
  });
})();
