'use strict';

// For two seconds from the loss of Redis this node does not serve its own clients either.
const Module = require('node:module');

const load = Module._load;
let away = false;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  if (request === 'socket.io-adapter' && !loaded.lied) {
    loaded.lied = true;
    const { broadcast } = loaded.Adapter.prototype;
    loaded.Adapter.prototype.broadcast = function (...args) {
      return away ? undefined : broadcast.apply(this, args);
    };
  }
  return loaded;
};

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  if (String(text).includes('redis-lost')) {
    away = true;
    setTimeout(() => (away = false), 2_000);
  }
  return write(text, ...rest);
};
