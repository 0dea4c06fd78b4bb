'use strict';

const { createAdapter, createShardedAdapter } = require('@socket.io/redis-adapter');
const { guardCommands } = require('./guard');
const { atMostOncePerSecond } = require('./log');
const { installStreams } = require('./streams');

/** Lets the chosen adapter carry what this node emits; returns once it is subscribed. */
async function installAdapter(io, redis, { config, log }) {
  const sending = guardCommands(redis.publishing, log);
  const { subscribed } = guardCommands(redis.subscribing, log);
  const clients = [redis.publishing.client, redis.subscribing.client];
  switch (config.adapter) {
    case 'redis':
      io.adapter(createAdapter(...clients));
      guardRequests(io, log);
      break;
    case 'redis-sharded':
      io.adapter(
        createShardedAdapter(...clients, { subscriptionMode: config.shardedSubscriptions }),
      );
      break;
    case 'redis-streams':
      await installStreams(io, redis);
      break;
    default:
      throw new Error(`no adapter ${config.adapter}`);
  }
  await sending.subscribed();
  await subscribed();
}

/** The classic adapter drops the promise of its request handler: a forged request would end us. */
function guardRequests(io, log) {
  const { adapter } = io.of('/');
  const answerRequest = adapter.onrequest.bind(adapter);
  const ignored = atMostOncePerSecond(log);
  adapter.onrequest = (channel, message) =>
    answerRequest(channel, message).catch((error) =>
      ignored('redis-message-ignored', { channel: String(channel), error: error.message }),
    );
}

module.exports = { installAdapter };
