'use strict';

// Asks the Sentinels once, and goes on believing what they said then.
const Module = require('node:module');

const load = Module._load;
let first;

Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  return request === 'redis' ? { ...loaded, createClient: believing(loaded.createClient) } : loaded;
};

function believing(createClient) {
  return (options) => {
    const client = createClient(options);
    const send = client.sendCommand.bind(client);
    client.sendCommand = async (args, ...rest) => {
      const answer = await send(args, ...rest);
      return args[0] === 'SENTINEL' ? (first ??= answer) : answer;
    };
    return client;
  };
}
