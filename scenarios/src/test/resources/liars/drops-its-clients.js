'use strict';

// This node throws its clients out when it loses Redis, or so many milliseconds later.
const Module = require('node:module');

const load = Module._load;
let server;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  if (request !== 'socket.io') {
    return loaded;
  }
  class Kept extends loaded.Server {
    constructor(...args) {
      super(...args);
      server = this;
    }
  }
  return { ...loaded, Server: Kept };
};

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  if (String(text).includes('redis-lost')) {
    setTimeout(() => server.local.disconnectSockets(true), Number(process.env.DROPS_AFTER ?? 0));
  }
  return write(text, ...rest);
};
