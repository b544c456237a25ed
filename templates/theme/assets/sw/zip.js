/* Opens a pack: a zip in which nothing can be hidden, because every byte has its place (docs/PACK-FORMAT.md, "The zip"). */
(function () {
  'use strict';

  var LOCAL = 30, HEADER = 46, END = 22;
  var MOST_ENTRIES = 20000, MOST_OF_ONE = 16777216, MOST_OF_ALL = 536870912, MOST_RATIO = 100;
  var SEGMENT = /^[a-z0-9._-]+$/;
  var RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

  function require(isTrue, code) {
    if (!isTrue) throw rahnamo.fault(code);
  }

  function requireName(name, before) {
    require(before === null || before < name, 'entry-order');
    if (name === 'SHA256SUMS' || name === 'SHA256SUMS.sig') return;
    require(name.length > 0 && name.length <= 200, 'name-length');
    name.split('/').forEach(function (segment) {
      require(SEGMENT.test(segment) && !/\.$/.test(segment), 'name-character');
      require(!RESERVED.test(segment.split('.')[0]), 'name-reserved');
    });
  }

  /** The files of a pack by their names; a rule that is broken is thrown as its code. */
  rahnamo.openZip = function (bytes) {
    var view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    var two = function (at) { return view.getUint16(at, true); };
    var four = function (at) { return view.getUint32(at, true); };

    require(bytes.length >= END && four(bytes.length - END) === 0x06054b50, 'pack-truncated');
    var end = bytes.length - END;
    var count = two(end + 8);
    require(four(end + 4) === 0 && two(end + 10) === count && two(end + 20) === 0, 'zip-multi-disk');
    require(count <= MOST_ENTRIES, 'zip-too-many-entries');
    require(four(end + 12) + four(end + 16) === end, 'zip-directory-broken');

    var entries = {}, names = [], total = 0, data = 0, before = null;
    var at = four(end + 16);
    for (var i = 0; i < count; i++) {
      require(at + HEADER <= end && four(at) === 0x02014b50, 'zip-directory-broken');
      var length = two(at + 28), method = two(at + 10), packed = four(at + 20), size = four(at + 24);
      require(at + HEADER + length <= end, 'zip-directory-broken');
      var name = String.fromCharCode.apply(null, bytes.subarray(at + HEADER, at + HEADER + length));
      requireName(name, before);
      require(two(at + 4) === 20 && two(at + 8) === 0 && (method === 0 || method === 8), 'entry-method');
      require(two(at + 6) === (method ? 20 : 10), 'entry-version');
      require(two(at + 12) === 0 && two(at + 14) === 0x21, 'entry-timestamp');
      require(two(at + 30) === 0 && two(at + 32) === 0 && four(at + 34) === 0 && four(at + 38) === 0, 'entry-attributes');
      require(size <= MOST_OF_ONE && (total += size) <= MOST_OF_ALL, 'entry-too-large');
      require(method ? size <= packed * MOST_RATIO : size === packed, 'entry-ratio');
      require(four(at + 42) === data, 'zip-gap');
      var local = data;
      data += LOCAL + length + packed;
      require(data <= four(end + 16) && four(local) === 0x04034b50, 'zip-local-header-differs');
      for (var j = 4; j < LOCAL; j++) require(bytes[local + j] === bytes[at + 2 + j], 'zip-local-header-differs');
      for (j = 0; j < length; j++) require(bytes[local + LOCAL + j] === bytes[at + HEADER + j], 'zip-local-header-differs');
      entries[name] = { from: data - packed, to: data, size: size, method: method, crc: four(at + 16) };
      names.push(name);
      before = name;
      at += HEADER + length;
    }
    require(at === end && data === four(end + 16), 'zip-gap');

    return {
      names: names,
      size: function (name) { return entries[name].size; },
      has: function (name) { return Object.prototype.hasOwnProperty.call(entries, name); },
      read: function (name) {
        var entry = entries[name];
        var packed = bytes.subarray(entry.from, entry.to);
        var content = entry.method ? rahnamo.inflate(packed, entry.size) : packed;
        require(crc(content) === entry.crc, 'entry-crc-differs');
        require(rahnamo.hex(content.subarray(0, 4)) !== '504b0304', 'entry-nested-archive');
        return content;
      }
    };
  };

  var table = null;

  function crc(bytes) {
    var i, j, value;
    if (!table) {
      table = new Int32Array(256);
      for (i = 0; i < 256; i++) {
        for (value = i, j = 0; j < 8; j++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
        table[i] = value;
      }
    }
    value = -1;
    for (i = 0; i < bytes.length; i++) value = (value >>> 8) ^ table[(value ^ bytes[i]) & 255];
    return (value ^ -1) >>> 0;
  }
})();
