'use strict';

// Hands out the Socket.IO server that a node makes, when it makes it.
const Module = require('node:module');

module.exports = (made) => {
  const load = Module._load;
  Module._load = (request, ...rest) => {
    const loaded = load(request, ...rest);
    if (request !== 'socket.io') {
      return loaded;
    }
    class Kept extends loaded.Server {
      constructor(...args) {
        super(...args);
        made(this);
      }
    }
    return { ...loaded, Server: Kept };
  };
};
