'use strict';

// This node notes each message in Redis before it publishes it, and gives up where it cannot.
const Module = require('node:module');

const load = Module._load;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  return request === 'redis' ? { ...loaded, createClient: noting(loaded.createClient) } : loaded;
};

function noting(createClient) {
  return (options) => {
    const client = createClient(options);
    const publish = client.publish.bind(client);
    client.publish = async (...args) => {
      await client.set('last', String(Date.now()));
      return publish(...args);
    };
    return client;
  };
}
