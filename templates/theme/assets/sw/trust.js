/* Says whether a pack is whole and whose it is (docs/PACK-FORMAT.md, "Trust"). */
(function () {
  'use strict';

  var KEY_BEGINS = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';
  var ORDER = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
  var NAMES = ['format', 'min-reader', 'critical', 'id', 'epoch', 'sequence', 'created', 'stale-after', 'languages', 'titles', 'sizes'];
  var DOCUMENT = ['version', 'threshold', 'root-keys', 'epoch', 'pack-key', 'created', 'expires', 'critical'];
  var MOST_DOCUMENTS = 100, MOST_OF_DOCUMENT = 65536, MOST_LEVELS = 8;

  function require(isTrue, code) {
    if (!isTrue) throw rahnamo.fault(code);
  }

  function text(bytes) {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }

  rahnamo.hex = function (bytes) {
    return Array.prototype.map.call(new Uint8Array(bytes), function (b) { return (b < 16 ? '0' : '') + b.toString(16); }).join('');
  };

  function fromHex(digits) {
    return new Uint8Array(digits.match(/../g).map(function (two) { return parseInt(two, 16); }));
  }

  rahnamo.digest = function (bytes) {
    return crypto.subtle.digest('SHA-256', bytes).then(rahnamo.hex);
  };

  /* A number of a signature as 64 hex digits: the shortest form in DER only, from 1 to n - 1. */
  function number(bytes) {
    require(bytes.length > 0 && !(bytes[0] & 128), 'signature-format');
    require(bytes[0] !== 0 || bytes.length === 1 || bytes[1] & 128, 'signature-format');
    var digits = rahnamo.hex(bytes).replace(/^(00)+/, '');
    require(digits.length <= 64, 'signature-range');
    while (digits.length < 64) digits = '0' + digits;
    require(/[^0]/.test(digits) && digits < ORDER, 'signature-range');
    return digits;
  }

  /** A signature as WebCrypto wants it, r and s side by side, out of DER: SEQUENCE { INTEGER r, INTEGER s }. */
  rahnamo.rawSignature = function (der) {
    require(der.length >= 8 && der.length <= 72 && der[0] === 48 && der[1] === der.length - 2, 'signature-format');
    var middle = 4 + der[3];
    require(der[2] === 2 && middle + 2 < der.length && der[middle] === 2, 'signature-format');
    require(middle + 2 + der[middle + 1] === der.length, 'signature-format');
    return fromHex(number(der.subarray(4, middle)) + number(der.subarray(middle + 2)));
  };

  function verify(key, signature, bytes) {
    require(typeof key === 'string' && key.length === 182 && /^[0-9a-f]+$/.test(key) && key.indexOf(KEY_BEGINS) === 0,
      'trust-key-invalid');
    var curve = { name: 'ECDSA', namedCurve: 'P-256' };
    var raw = rahnamo.rawSignature(signature);
    return crypto.subtle.importKey('spki', fromHex(key), curve, false, ['verify']).then(function (imported) {
      return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, raw, bytes);
    }, function () {
      throw rahnamo.fault('trust-key-invalid');
    }).then(function (isGood) {
      require(isGood, 'signature-wrong');
    });
  }

  function isNumber(value) {
    return typeof value === 'number' && value % 1 === 0 && value >= 0 && value <= 9007199254740991;
  }

  function requireKnown(critical, known, code) {
    (critical || []).forEach(function (name) { require(known.indexOf(name) >= 0, code); });
  }

  /* JSON in which no member can hide behind another of the same name. */
  function json(bytes, code) {
    require(bytes.length <= MOST_OF_DOCUMENT, code);
    try {
      var written = text(bytes), value = JSON.parse(written), open = [];
      var tokens = written.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
      tokens.forEach(function (token, at) {
        if (token === '{' || token === '[') open.push({});
        else if (token === '}' || token === ']') open.pop();
        else if (tokens[at + 1] === ':') {
          var name = '$' + JSON.parse(token), names = open[open.length - 1];
          require(!names[name], code);
          names[name] = true;
        } else require(/^(["-]|\d+$|true$|false$|[,:]$)/.test(token), code);
        require(open.length <= MOST_LEVELS, code);
      });
      require(value && typeof value === 'object' && !Array.isArray(value), code);
      return value;
    } catch (malformed) {
      throw rahnamo.fault(code);
    }
  }

  function rootDocument(bytes, version) {
    var root = json(bytes, 'trust-format');
    require(root.version === version, 'trust-format');
    var keys = root['root-keys'];
    require(Array.isArray(keys) && keys.length > 0 && keys.length <= 16, 'trust-format');
    require(keys.every(function (key, at) { return typeof key === 'string' && keys.indexOf(key) === at; }), 'trust-format');
    require(isNumber(root.threshold) && root.threshold > 0 && root.threshold <= keys.length, 'trust-format');
    require(isNumber(root.epoch) && root.epoch > 0, 'trust-format');
    requireKnown(root.critical, DOCUMENT, 'reader-too-old');
    return root;
  }

  /* Looks at the signatures of one document by the keys of another; gives how many keys signed. */
  function signers(zip, name, bytes, keys, used) {
    return keys.reduce(function (before, key) {
      return before.then(function (count) {
        return rahnamo.digest(fromHex(key)).then(function (fingerprint) {
          var file = 'trust/' + name + '.' + fingerprint + '.sig';
          if (!zip.has(file)) return count;
          used[file] = true;
          return verify(key, zip.read(file), bytes).then(function () { return count + 1; });
        });
      });
    }, Promise.resolve(0));
  }

  function requireSigned(zip, name, bytes, signing, used) {
    return signers(zip, name, bytes, signing['root-keys'], used).then(function (count) {
      require(count >= signing.threshold, 'trust-threshold');
    });
  }

  function chain(zip, used) {
    var roots = [], digests = [];
    function next(version) {
      var name = 'root.' + version, file = 'trust/' + name + '.json';
      if (!zip.has(file) || version > MOST_DOCUMENTS) return { newest: roots[roots.length - 1], digests: digests };
      var bytes = zip.read(file), root = rootDocument(bytes, version), before = roots[roots.length - 1];
      used[file] = true;
      if (before) {
        require(root.epoch >= before.epoch, 'trust-epoch');
        require(root['pack-key'] === before['pack-key'] || root.epoch > before.epoch, 'trust-epoch');
      }
      return requireSigned(zip, name, bytes, root, used).then(function () {
        return before ? requireSigned(zip, name, bytes, before, used) : null;
      }).then(function () {
        return rahnamo.digest(bytes);
      }).then(function (digest) {
        roots.push(root);
        digests.push(digest);
        return next(version + 1);
      });
    }
    return Promise.resolve(next(1));
  }

  function pem(key) {
    var base64 = btoa(String.fromCharCode.apply(null, fromHex(key))).replace(/.{64}(?=.)/g, '$&\n');
    return '-----BEGIN PUBLIC KEY-----\n' + base64 + '\n-----END PUBLIC KEY-----\n';
  }

  /* Who signed: the digests of the root documents, the first of which is the publisher; none if nobody did. */
  function trust(zip, sums) {
    var proofs = zip.names.filter(function (name) { return name.indexOf('trust/') === 0; });
    if (!zip.has('SHA256SUMS.sig')) {
      require(!proofs.length, 'signature-missing');
      return Promise.resolve({ digests: [], epoch: 0 });
    }
    require(zip.has('trust/root.1.json'), 'trust-missing');
    var used = { 'trust/pack.pem': true };
    return chain(zip, used).then(function (found) {
      var key = found.newest['pack-key'];
      proofs.forEach(function (name) { require(used[name], 'trust-unexpected-file'); });
      return verify(key, zip.read('SHA256SUMS.sig'), sums).then(function () {
        require(zip.has('trust/pack.pem') && text(zip.read('trust/pack.pem')) === pem(key), 'trust-pem-differs');
        return { digests: found.digests, epoch: found.newest.epoch };
      });
    });
  }

  function manifest(zip) {
    require(zip.has('pack.json'), 'manifest-missing');
    var found = json(zip.read('pack.json'), 'manifest-format');
    require(!found.base && !found.result && !zip.has('delta/changes'), 'delta-format');
    require(found.format === 1 && found['min-reader'] <= 1, 'reader-too-old');
    requireKnown(found.critical, NAMES, 'manifest-critical');
    require(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(found.id) && isNumber(found.epoch) && isNumber(found.sequence), 'manifest-format');
    require(Array.isArray(found.languages) && found.languages.length > 0 && found.sizes, 'manifest-format');
    require(/^2\d{3}-\d\d-\d\d$/.test(found.created) && /^2\d{3}-\d\d-\d\d$/.test(found['stale-after']), 'manifest-format');
    return found;
  }

  function digestsIn(sums, zip) {
    var lines = text(sums).split('\n');
    var listed = zip.names.filter(function (name) { return name !== 'SHA256SUMS' && name !== 'SHA256SUMS.sig'; });
    require(lines.pop() === '' && lines.length === listed.length, 'sums-format');
    return lines.map(function (line, at) {
      require(/^[0-9a-f]{64} {2}/.test(line) && line.slice(66) === listed[at], 'sums-format');
      return { name: listed[at], digest: line.slice(0, 64) };
    });
  }

  function isOfSite(file) {
    return file.name !== 'pack.json' && file.name.indexOf('trust/') !== 0;
  }

  /**
   * A pack that may be shown, once its files turn out to be those that it names.
   *
   * @param known publisher: whose packs are taken, '' if nobody signs; roots: digests of documents seen before; epoch: theirs
   */
  rahnamo.openPack = function (bytes, known) {
    var zip = rahnamo.openZip(bytes);
    require(zip.has('SHA256SUMS'), 'sums-missing');
    var sums = zip.read('SHA256SUMS');
    var files = digestsIn(sums, zip);
    return trust(zip, sums).then(function (signed) {
      var publisher = signed.digests[0] || '';
      require(!known.publisher || publisher, 'unsigned');
      require(!known.publisher || publisher === known.publisher, 'unknown-root');
      if (publisher && publisher === known.roots[0]) {
        known.roots.forEach(function (digest, at) {
          require(at >= signed.digests.length || signed.digests[at] === digest, 'trust-fork');
        });
        require(signed.epoch >= known.epoch, 'delegation-superseded');
      }
      var said = manifest(zip);
      var site = files.filter(isOfSite);
      var size = site.reduce(function (sum, file) { return sum + zip.size(file.name); }, 0);
      require(said.epoch === signed.epoch, 'manifest-epoch-differs');
      require(said.sizes.files === site.length && said.sizes.bytes === size, 'manifest-sizes-differ');
      return rahnamo.digest(sums).then(function (identity) {
        return { manifest: said, identity: identity, publisher: publisher, roots: signed.digests, files: files, site: site, zip: zip };
      });
    });
  };

  /** The bytes of a file, after a look at its digest. */
  rahnamo.fileOf = function (pack, file) {
    var content = pack.zip.read(file.name);
    return rahnamo.digest(content).then(function (digest) {
      require(digest === file.digest, 'entry-digest-differs');
      return content;
    });
  };
})();
