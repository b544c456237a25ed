/* What is kept: each version of the pack in a cache of its own, and one small record that says which one is shown.
   Replacing the record is the only step that changes what readers see. */
(function () {
  'use strict';

  var scope = new URL(self.registration.scope);
  var NAME = 'rahnamo ' + scope.pathname;
  var RECORD = scope.href + '.kept';
  var PAGE = NAME + ' page';
  var MOST_GONE = 50;
  var turn = Promise.resolve();

  var TYPES = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8',
    json: 'application/json', svg: 'image/svg+xml', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', mp3: 'audio/mpeg',
    ogg: 'audio/ogg', opus: 'audio/ogg', m4a: 'audio/mp4', webmanifest: 'application/manifest+json', xml: 'application/xml' };

  function nothing() {
    return { current: null, former: [], gone: [], publisher: '', roots: [], epoch: 0, seen: {}, asked: 0 };
  }

  rahnamo.cacheOf = function (version) {
    return NAME + ' ' + version.identity;
  };

  /** The record; without one nothing is kept. */
  rahnamo.record = function () {
    return caches.has(NAME).then(function (isThere) {
      return isThere ? caches.open(NAME).then(function (cache) { return cache.match(RECORD); }) : null;
    }).then(function (response) {
      return response ? response.json() : nothing();
    });
  };

  /** Changes the record, one change after another; the change gets the record and gives the new one. */
  rahnamo.change = function (make) {
    turn = turn.catch(function () {}).then(rahnamo.record).then(make).then(function (record) {
      return caches.open(NAME).then(function (cache) {
        return cache.put(RECORD, new Response(JSON.stringify(record)));
      }).then(function () { return record; });
    });
    return turn;
  };

  /** The kept file of a version, if it has the file. */
  rahnamo.fileIn = function (version, path) {
    return caches.open(rahnamo.cacheOf(version)).then(function (cache) { return cache.match(scope.href + path); });
  };

  function typeOf(name) {
    return TYPES[name.slice(name.lastIndexOf('.') + 1)] || 'application/octet-stream';
  }

  function requireNewer(manifest, identity, seen) {
    var last = seen[manifest.id];
    if (!last || manifest.epoch > last.epoch || (manifest.epoch === last.epoch && manifest.sequence > last.sequence)) return;
    var isSame = manifest.epoch === last.epoch && manifest.sequence === last.sequence && identity === last.identity;
    if (!isSame) {
      throw rahnamo.fault(manifest.epoch === last.epoch && manifest.sequence === last.sequence ? 'rollback-same-sequence' : 'rollback-older');
    }
  }

  function versionOf(pack) {
    return { identity: pack.identity, id: pack.manifest.id, created: pack.manifest.created, sequence: pack.manifest.sequence,
      epoch: pack.manifest.epoch, stale: pack.manifest['stale-after'], languages: pack.manifest.languages,
      names: pack.site.map(function (file) { return file.name; }) };
  }

  /* Each file is looked at, also those that are only proofs, and then put into the cache of the version. */
  function fill(cache, pack, tell) {
    return pack.files.reduce(function (before, file, at) {
      return before.then(function () {
        return rahnamo.fileOf(pack, file);
      }).then(function (content) {
        tell({ step: 'check', done: at + 1, total: pack.files.length });
        if (pack.site.indexOf(file) < 0) return null;
        var headers = { 'Content-Type': typeOf(file.name), 'Content-Length': String(content.length) };
        return cache.put(scope.href + file.name, new Response(content, { headers: headers }));
      });
    }, Promise.resolve());
  }

  /* Whatever pages are open now go on with what they began with. */
  function show(pack, openPages) {
    return rahnamo.change(function (record) {
      var version = versionOf(pack);
      requireNewer(pack.manifest, pack.identity, record.seen);
      if (record.current && record.current.identity !== version.identity) {
        record.former.push({ version: record.current, pages: openPages });
      }
      record.current = version;
      record.publisher = pack.publisher;
      record.roots = pack.roots.length > record.roots.length ? pack.roots : record.roots;
      record.epoch = pack.manifest.epoch;
      record.seen[version.id] = { epoch: version.epoch, sequence: version.sequence, identity: version.identity };
      record.asked = Date.now();
      return record;
    });
  }

  /** Checks a pack and shows it from now on; if anything is wrong, all is as before. */
  rahnamo.keep = function (bytes, tell) {
    var name = null;
    return rahnamo.record().then(function (record) {
      var known = { publisher: rahnamo.publisher || record.publisher, roots: record.roots, epoch: record.epoch };
      return rahnamo.openPack(bytes, known).then(function (pack) {
        requireNewer(pack.manifest, pack.identity, record.seen);
        var isKept = [record.current].concat(record.former.map(function (f) { return f.version; })).some(function (version) {
          return version && version.identity === pack.identity;
        });
        if (isKept) return show(pack, []);
        name = rahnamo.cacheOf({ identity: pack.identity });
        return caches.delete(name).then(function () {
          return caches.open(name);
        }).then(function (cache) {
          return fill(cache, pack, tell);
        }).then(function () {
          return rahnamo.openPages();
        }).then(function (pages) {
          return show(pack, pages);
        });
      });
    }).then(function (record) {
      name = null;
      return rahnamo.tidy().then(function () { return record; });
    }).catch(function (fault) {
      var code = fault.code && typeof fault.code === 'string' ? fault.code : fault.name === 'QuotaExceededError' ? 'space' : 'failed';
      return (name ? caches.delete(name) : Promise.resolve()).then(function () { throw rahnamo.fault(code); });
    });
  };

  /** Keeps the page of packs, from which all can be removed, and what that page needs. */
  rahnamo.keepPage = function (paths) {
    return caches.open(PAGE).then(function (cache) {
      return Promise.all(paths.map(function (path) { return cache.add(scope.href + path); }));
    });
  };

  rahnamo.fileOfPage = function (path) {
    return caches.open(PAGE).then(function (cache) { return cache.match(scope.href + path); });
  };

  /** Drops versions that no open page shows, and what a stopped download left. */
  rahnamo.tidy = function () {
    return rahnamo.openPages().then(function (alive) {
      return rahnamo.change(function (record) {
        record.former = record.former.filter(function (former) {
          var isShown = former.pages.some(function (page) { return alive.indexOf(page) >= 0; });
          if (!isShown) record.gone = record.gone.concat(former.pages).slice(-MOST_GONE);
          return isShown;
        });
        return record;
      });
    }).then(function (record) {
      var needed = [record.current].concat(record.former.map(function (f) { return f.version; })).map(function (version) {
        return version ? rahnamo.cacheOf(version) : NAME;
      }).concat(PAGE);
      return caches.keys().then(function (names) {
        return Promise.all(names.filter(function (name) {
          return name.indexOf(NAME + ' ') === 0 && needed.indexOf(name) < 0;
        }).map(function (name) { return caches.delete(name); }));
      });
    });
  };

  /** Drops everything. */
  rahnamo.remove = function () {
    turn = turn.catch(function () {}).then(function () { return caches.keys(); }).then(function (names) {
      return Promise.all(names.filter(function (name) {
        return name === NAME || name.indexOf(NAME + ' ') === 0;
      }).map(function (name) { return caches.delete(name); }));
    });
    return turn;
  };
})();
