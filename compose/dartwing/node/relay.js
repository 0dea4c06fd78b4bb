'use strict';

const { isName, roomOf } = require('./rooms');

const CHANNEL = 'dartwing:realtime';

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

module.exports = { CHANNEL, createRelay };
