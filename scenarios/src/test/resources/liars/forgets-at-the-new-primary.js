'use strict';

// Follows to the new primary, and does not subscribe there to the document's channel.
const Module = require('node:module');

const load = Module._load;
let listening = 0;

Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  return request === 'redis' ? { ...loaded, createClient: forgetful(loaded.createClient) } : loaded;
};

function forgetful(createClient) {
  return (options) => {
    const client = createClient(options);
    const subscribe = client.subscribe.bind(client);
    client.subscribe = async (channel, ...rest) =>
      channel === 'dartwing:realtime' && ++listening > 1 ? undefined : subscribe(channel, ...rest);
    return client;
  };
}
