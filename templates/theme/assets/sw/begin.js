/* Keeps the pack of one language for reading without a network. It is registered only when a reader asks for it. Nothing
   is stored but the pack, which one it is, the highest numbers seen, and which open pages show it. */
var rahnamo = {};

/** The publisher whose packs are taken; nothing if nobody signs. Written in when the site is made. */
rahnamo.publisher = '{publisher}';

rahnamo.fault = function (code) {
  'use strict';
  var fault = new Error(code);
  fault.code = code;
  return fault;
};
