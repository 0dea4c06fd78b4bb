'use strict';

const { safely } = require('./guard');
const { isName, roomOf } = require('./rooms');

const CHANNEL = 'dartwing:realtime';

/** Has every message on the document's channel relayed; returns once subscribed. */
async function listen(connection, relay, log) {
  const { client } = connection;
  if (client.pSubscribe) {
    await client.subscribe(CHANNEL, safely(relay, connection, log));
    return;
  }
  const hear = safely(relay, connection, log);
  client.on('message', (channel, text) => channel === CHANNEL && hear(text));
  await client.subscribe(CHANNEL);
}

/**
 * What a message from the channel becomes. The document emits through the adapter, and as every
 * node does so, each client receives one copy per node; emitting locally gives it one.
 */
function createRelay(io, relay, metrics) {
  return (text) => {
    const payload = JSON.parse(text);
    const room = roomOf(payload);
    if (!isName(payload.event)) {
      throw new Error('the payload has no event');
    }
    const reach = relay === 'once' ? io.local : io;
    (room === null ? reach : reach.to(room)).emit(payload.event, payload.message);
    metrics.published(payload.event);
  };
}

module.exports = { createRelay, listen };
