'use strict';

const redis = require('redis');
const { Redis, Cluster } = require('ioredis');
const { FollowingClient } = require('./following');

const CONNECT_LIMIT = 1_000;
const BACK_OFF_FIRST = 50;
const BACK_OFF_MOST = 500;

/**
 * What a connection needs of a client library: `client`, as adapters use it, and the few verbs that
 * each library has its own words for. Both are told never to send a command a second time, which
 * ioredis does unless told, and to refuse one while there is no connection: a queued one would be
 * sent at some later time, a refused one is known to be lost.
 */
function driverFor(place, name, events) {
  if (place.client === 'ioredis') {
    return place.cluster.length > 0 ? ioCluster(place, events) : io(place, name, events);
  }
  if (place.cluster.length > 0) {
    return nodeCluster(place, events);
  }
  return place.sentinels.length > 0 ? nodeSentinel(place, name, events) : node(place, name, events);
}

function node(place, name, events) {
  const ours = {
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT_LIMIT, reconnectStrategy: backOff },
  };
  const options = { url: place.url, name, ...(place.care === 'ours' ? ours : {}) };
  return nodeDriver(redis.createClient(options), events);
}

/** Not `createSentinel`: it sends a command again when the primary changes under it. */
function nodeSentinel(place, name, events) {
  const client = new FollowingClient(place, {
    name,
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT_LIMIT, reconnectStrategy: false },
  });
  return nodeDriver(client, events);
}

function nodeDriver(client, events) {
  client.on('connect', events.connected).on('ready', events.ready).on('error', events.lost);
  let ended = false;
  // Each failed attempt is an 'error' event; this rejects only once the client is destroyed.
  const connect = () => void client.connect().catch(() => {});
  return {
    client,
    connect,
    ping: () => client.sendCommand(['PING']),
    breakOff() {
      client.destroy();
      // Not at once: an attempt that destroy() has ended must have seen that before the next begins.
      setTimeout(() => ended || connect(), BACK_OFF_FIRST);
    },
    destroy() {
      ended = true;
      client.destroy();
    },
  };
}

function io(place, name, events) {
  const ours = {
    connectTimeout: CONNECT_LIMIT,
    disconnectTimeout: BACK_OFF_FIRST,
    sentinelCommandTimeout: CONNECT_LIMIT,
    sentinelRetryStrategy: backOff,
    retryStrategy: backOff,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // With anything else a command that was in flight when the connection broke is never settled.
    maxRetriesPerRequest: 0,
  };
  const options = {
    connectionName: name,
    lazyConnect: true,
    ...(place.care === 'ours' ? ours : {}),
    ...(place.sentinels.length > 0 ? { sentinels: place.sentinels, name: place.master } : {}),
  };
  const client =
    place.sentinels.length > 0 ? new Redis(options) : new Redis(place.url, options);
  client
    .on('connect', events.connected)
    .on('ready', events.ready)
    .on('error', events.lost)
    .on('close', () => events.lost(new Error('the connection closed')));
  return {
    client,
    connect: () => void client.connect().catch(() => {}),
    ping: () => client.ping(),
    // Its own disconnect() waits for a silent Redis to say good-bye.
    breakOff: () => (client.stream ? client.stream.destroy() : client.disconnect(true)),
    destroy: () => client.disconnect(),
  };
}

/** A Cluster's connections are the library's own: what one of its servers does is not watched. */
function nodeCluster(place, events) {
  const client = redis.createCluster({
    rootNodes: place.cluster.map(({ host, port }) => ({ url: `redis://${host}:${port}` })),
    defaults: { socket: { connectTimeout: CONNECT_LIMIT, reconnectStrategy: backOff } },
  });
  client.on('error', () => {});
  return {
    client,
    connect: () =>
      void client.connect().then(() => {
        events.ready();
        client.emit('ready');
      }, events.lost),
    ping: () => Promise.resolve(),
    breakOff() {},
    destroy: () => client.destroy(),
  };
}

function ioCluster(place, events) {
  const client = new Cluster(place.cluster, {
    lazyConnect: true,
    shardedSubscribers: true,
    clusterRetryStrategy: backOff,
    redisOptions: { connectTimeout: CONNECT_LIMIT, autoResendUnfulfilledCommands: false },
  });
  client.on('ready', events.ready).on('error', events.lost);
  return {
    client,
    connect: () => void client.connect().catch(events.lost),
    ping: () => Promise.resolve(),
    breakOff() {},
    destroy: () => client.disconnect(),
  };
}

function backOff(attempt) {
  const wait = Math.min(BACK_OFF_FIRST * 2 ** Math.min(attempt, 10), BACK_OFF_MOST);
  return Math.round(wait + Math.random() * BACK_OFF_FIRST);
}

module.exports = { driverFor };
