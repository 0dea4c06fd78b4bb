'use strict';

// This node waits nine seconds before it tries to reach Redis again.
const Module = require('node:module');

const load = Module._load;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  if (request !== 'redis') {
    return loaded;
  }
  const createClient = (options) =>
    loaded.createClient({ ...options, socket: { ...options.socket, reconnectStrategy: () => 9_000 } });
  return { ...loaded, createClient };
};
