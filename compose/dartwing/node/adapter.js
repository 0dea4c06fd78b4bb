'use strict';

const { createAdapter } = require('@socket.io/redis-adapter');
const { atMostOncePerSecond } = require('./log');
const { describe } = require('./redis');

/**
 * Lets @socket.io/redis-adapter carry what this node emits; returns once it is subscribed.
 *
 * It drops the promises of its commands and of its request handler, so that a lost Redis or a
 * forged request would end the process; here each of them is caught where it arises.
 */
async function installAdapter(io, { publishing, subscribing }, log) {
  guardCommands(publishing, log);
  guardCommands(subscribing, log);
  io.adapter(createAdapter(publishing.client, subscribing.client));

  const { adapter } = io.of('/');
  const answerRequest = adapter.onrequest.bind(adapter);
  const ignored = atMostOncePerSecond(log);
  adapter.onrequest = (channel, message) =>
    answerRequest(channel, message).catch((error) =>
      ignored('redis-message-ignored', { channel: String(channel), error: error.message }),
    );

  // Answered after the adapter's own subscriptions, which it does not wait for.
  await subscribing.client.sendCommand(['PING']);
}

function guardCommands(connection, log) {
  const { client } = connection;
  const refused = atMostOncePerSecond(log);
  const wrapped = new Map();
  const wrap = (arg) => {
    if (typeof arg !== 'function') {
      return arg;
    }
    if (!wrapped.has(arg)) {
      wrapped.set(arg, safely(arg, connection, log));
    }
    return wrapped.get(arg);
  };
  for (const command of ['publish', 'subscribe', 'pSubscribe', 'unsubscribe', 'pUnsubscribe']) {
    const send = client[command].bind(client);
    client[command] = (...args) =>
      Promise.resolve(send(...args.map(wrap))).then(
        (answer) => {
          connection.alive();
          return answer;
        },
        // The client subscribes again when it reconnects; a publish is lost, and is not repeated.
        (error) => refused('redis-refused', { command, error: describe(error) }),
      );
  }
}

/** A listener that cannot throw: node-redis would throw away what else it had read. */
function safely(listener, connection, log) {
  const ignored = atMostOncePerSecond(log);
  return (message, channel) => {
    connection.alive();
    try {
      listener(message, channel);
    } catch (error) {
      ignored('redis-message-ignored', { channel: String(channel), error: error.message });
    }
  };
}

module.exports = { installAdapter, safely };
