/* Unpacks deflated data (RFC 1951). Browsers have a way of their own only since 2022, and phones are older. */
(function () {
  'use strict';

  var LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  var LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  var DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
    6145, 8193, 12289, 16385, 24577];
  var DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  var LONGEST = 15;

  function broken() {
    throw rahnamo.fault('entry-data-broken');
  }

  /* How many codes have each length, and their symbols in the order of the codes. */
  function codes(lengths) {
    var counts = new Uint16Array(LONGEST + 1);
    var starts = new Uint16Array(LONGEST + 2);
    var symbols = new Uint16Array(lengths.length);
    var left = 1;
    var i;
    for (i = 0; i < lengths.length; i++) counts[lengths[i]]++;
    for (i = 1; i <= LONGEST; i++) {
      left = left * 2 - counts[i];
      if (left < 0) broken();
      starts[i + 1] = starts[i] + counts[i];
    }
    for (i = 0; i < lengths.length; i++) if (lengths[i]) symbols[starts[lengths[i]]++] = i;
    return { counts: counts, symbols: symbols };
  }

  function repeated(length, count) {
    var lengths = [];
    while (count-- > 0) lengths.push(length);
    return lengths;
  }

  var fixed = null;

  function fixedCodes() {
    fixed = fixed || {
      literals: codes(repeated(8, 144).concat(repeated(9, 112), repeated(7, 24), repeated(8, 8))),
      distances: codes(repeated(5, 30))
    };
    return fixed;
  }

  /** The unpacked bytes: exactly so many, out of exactly these. */
  rahnamo.inflate = function (data, size) {
    var out = new Uint8Array(size);
    var at = 0, to = 0, held = 0, count = 0;

    function bits(wanted) {
      while (count < wanted) {
        if (at === data.length) broken();
        held |= data[at++] << count;
        count += 8;
      }
      var value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    }

    function symbol(table) {
      var code = 0, first = 0, index = 0;
      for (var length = 1; length <= LONGEST; length++) {
        code |= bits(1);
        var ofLength = table.counts[length];
        if (code - ofLength < first) return table.symbols[index + code - first];
        index += ofLength;
        first = (first + ofLength) << 1;
        code <<= 1;
      }
      return broken();
    }

    function stored() {
      held = count = 0;
      if (at + 4 > data.length) broken();
      var length = data[at] | (data[at + 1] << 8);
      if ((length ^ 0xffff) !== (data[at + 2] | (data[at + 3] << 8))) broken();
      at += 4;
      if (at + length > data.length || to + length > size) broken();
      out.set(data.subarray(at, at + length), to);
      at += length;
      to += length;
    }

    function ownCodes() {
      var literals = bits(5) + 257, distances = bits(5) + 1, lengths = repeated(0, 19), all = [], i;
      for (i = bits(4) + 4; i > 0; i--) lengths[ORDER[all.push(0) - 1]] = bits(3);
      var table = codes(lengths);
      all = [];
      while (all.length < literals + distances) {
        var next = symbol(table);
        if (next < 16) all.push(next);
        else if (next === 16) {
          if (!all.length) broken();
          all = all.concat(repeated(all[all.length - 1], 3 + bits(2)));
        } else all = all.concat(repeated(0, next === 17 ? 3 + bits(3) : 11 + bits(7)));
      }
      if (all.length > literals + distances || literals > 286) broken();
      return { literals: codes(all.slice(0, literals)), distances: codes(all.slice(literals)) };
    }

    function compressed(table) {
      for (var next = symbol(table.literals); next !== 256; next = symbol(table.literals)) {
        if (next < 256) {
          if (to === size) broken();
          out[to++] = next;
          continue;
        }
        if (next > 285) broken();
        var length = LENGTHS[next - 257] + bits(LENGTH_BITS[next - 257]);
        var code = symbol(table.distances);
        if (code > 29) broken();
        var from = to - DISTANCES[code] - bits(DISTANCE_BITS[code]);
        if (from < 0 || to + length > size) broken();
        while (length-- > 0) out[to++] = out[from++];
      }
    }

    for (var isLast = false; !isLast;) {
      isLast = bits(1) === 1;
      var kind = bits(2);
      if (kind === 0) stored();
      else if (kind === 1) compressed(fixedCodes());
      else if (kind === 2) compressed(ownCodes());
      else broken();
    }
    if (at !== data.length || to !== size) broken();
    return out;
  };
})();
