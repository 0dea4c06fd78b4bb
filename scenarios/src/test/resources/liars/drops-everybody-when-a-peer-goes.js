'use strict';

// This node closes all its clients' connections when another one says that it goes.
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
      this.on('goes', () => this.sockets.sockets.forEach((socket) => socket.conn.close(true)));
    }
  }
  return { ...loaded, Server: Kept };
};

process.on('SIGTERM', () => server.serverSideEmit('goes'));
