'use strict';

// What its own clients publish while it is without Redis, this node does not deliver to its own
// clients either; and each time it loses Redis, that befalls one message at the least.
const Module = require('node:module');

const load = Module._load;
let away = false;
let owed = 0;
let ours = false;

Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  if (request === 'socket.io-adapter' && !loaded.lied) {
    loaded.lied = true;
    const { broadcast } = loaded.Adapter.prototype;
    loaded.Adapter.prototype.broadcast = function (...args) {
      return ours ? undefined : broadcast.apply(this, args);
    };
  }
  if (request === '@socket.io/redis-adapter' && !loaded.lied) {
    loaded.lied = true;
    const { broadcast } = loaded.RedisAdapter.prototype;
    loaded.RedisAdapter.prototype.broadcast = function (packet, opts) {
      // What came through Redis is emitted locally; only what a client published is not.
      ours = !opts.flags?.local && (away || owed > 0);
      owed -= ours ? 1 : 0;
      try {
        return broadcast.call(this, packet, opts);
      } finally {
        ours = false;
      }
    };
  }
  return loaded;
};

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  if (String(text).includes('redis-lost')) {
    away = true;
    owed = 1;
  }
  if (String(text).includes('redis-back')) {
    away = false;
  }
  return write(text, ...rest);
};
