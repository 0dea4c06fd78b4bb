'use strict';

// This node leaves a publish that Redis did not take unhandled, as the adapter by itself does.
const Module = require('node:module');

const load = Module._load;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  if (request !== 'redis') {
    return loaded;
  }
  const createClient = (options) => {
    const client = loaded.createClient(options);
    const publish = client.publish.bind(client);
    client.publish = (...args) => {
      const published = publish(...args);
      published.catch((error) => setImmediate(() => { throw error; }));
      return published;
    };
    return client;
  };
  return { ...loaded, createClient };
};
