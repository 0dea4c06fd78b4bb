'use strict';

// This node subscribes eight seconds after it was started again, and answers at once.
const Module = require('node:module');

const LATE = 8_000;
const CHANNEL = 'dartwing:realtime';

const load = Module._load;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  return request === 'redis' ? { ...loaded, createClient: late(loaded.createClient) } : loaded;
};

function late(createClient) {
  return (options) => {
    const client = createClient(options);
    const subscribe = client.subscribe.bind(client);
    client.subscribe = async (channel, ...rest) => {
      const again = channel === CHANNEL && (await times(createClient, options)) > 1;
      if (!again) {
        return subscribe(channel, ...rest);
      }
      setTimeout(() => subscribe(channel, ...rest), LATE);
    };
    return client;
  };
}

/** How often this node was started, as the cell's own Redis knows. */
async function times(createClient, options) {
  const asking = createClient({ ...options, name: `${options.name}-asking` });
  await asking.connect();
  const count = await asking.incr(`starts of ${process.env.SERVER_ID}`);
  asking.destroy();
  return count;
}
