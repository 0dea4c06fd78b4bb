'use strict';

const Module = require('node:module');

const load = Module._load;

/** Calls back for each Redis client whenever it is ready again, with what it had subscribed to. */
function after(back) {
  Module._load = (request, ...rest) => {
    const loaded = load(request, ...rest);
    return request === 'redis' ? { ...loaded, createClient: watched(loaded.createClient, back) } : loaded;
  };
}

function watched(createClient, back) {
  return (options) => {
    const client = createClient(options);
    const subscribed = [];
    const subscribe = client.subscribe.bind(client);
    client.subscribe = (channel, listener, ...rest) => {
      if (typeof channel === 'string' && channel === 'dartwing:realtime' && subscribed.length === 0) {
        subscribed.push([channel, listener]);
      }
      return subscribe(channel, listener, ...rest);
    };
    let times = 0;
    client.on('ready', () => times++ > 0 && back(client, subscribed));
    return client;
  };
}

module.exports = { after };
