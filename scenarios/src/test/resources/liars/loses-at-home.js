'use strict';

// While it is without Redis, this node does not serve its own clients either.
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
  }
  if (String(text).includes('redis-back')) {
    away = false;
  }
  return write(text, ...rest);
};
