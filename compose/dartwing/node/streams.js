'use strict';

const { createAdapter } = require('@socket.io/redis-streams-adapter');

const STREAM = 'socket.io';
/** Shorter than a connection may be silent: its pings are answered after what it reads. */
const BLOCK = 1_000;
const RETRY = 50;
const FOR_EVER = 2 ** 31 - 1;

/**
 * Lets @socket.io/redis-streams-adapter carry what this node emits; returns once it reads.
 *
 * It opens connections of its own and forgets them, and reads again at once where a read fails,
 * which without a connection never lets anything else run; so it is handed connections that are
 * open, and its reads wait for one.
 */
async function installStreams(io, { publishing, subscribing, reading }) {
  const firstEntry = readWhenReady(reading);
  const duplicates = [reading, subscribing];
  publishing.client.duplicate = () => opened(duplicates.shift().client);
  io.adapter(createAdapter(publishing.client, { streamName: STREAM, blockTimeInMs: BLOCK }));
  // Until it has read something, each read begins at "now" and misses what came since the last.
  let read = false;
  firstEntry.then(() => (read = true));
  while (!read) {
    await append(publishing.client);
    await Promise.race([firstEntry, pause(RETRY)]);
  }
}

/** Resolves with the first entry that was read. */
function readWhenReady(connection) {
  const { client } = connection;
  const command = client.xRead ? 'xRead' : 'xread';
  const read = client[command].bind(client);
  return new Promise((resolve) => {
    client[command] = async (...args) => {
      await connection.whenReady(FOR_EVER);
      try {
        const entries = await read(...args);
        connection.alive();
        if (entries) {
          resolve();
        }
        return entries;
      } catch (error) {
        await pause(RETRY);
        throw error;
      }
    };
  });
}

/** Of no namespace, so that nobody takes it for a message. */
function append(client) {
  return client.xAdd
    ? client.xAdd(STREAM, '*', { begins: 'here' })
    : client.xadd(STREAM, '*', 'begins', 'here');
}

/** The same client, which has nothing left to connect. */
function opened(client) {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'connect') {
        return async () => {};
      }
      const value = target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

module.exports = { installStreams };
