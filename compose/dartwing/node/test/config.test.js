'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');
const { readConfig, shown } = require('../config');

test('every problem of the environment is named at once, and no password is shown', () => {
  const env = { PORT: 'x', RELAY: 'y', SOCKETIO_WORKERS: 'two', REDIS_SOCKETIO_URL: 'http://:pw@h' };
  assert.throws(
    () => readConfig(env),
    ({ message }) =>
      ['PORT', 'RELAY', 'SOCKETIO_WORKERS', 'REDIS_SOCKETIO_URL'].every((name) =>
        message.includes(name),
      ) && !message.includes('pw'),
  );
});

test('what cannot work together is refused, and says why', () => {
  const sentinels = 'h:26379,i:26379';
  const wrong = [
    [{ REDIS_SENTINELS: sentinels }, /REDIS_MASTER/],
    [{ REDIS_MASTER: 'm' }, /REDIS_SENTINELS/],
    [{ REDIS_SENTINELS: 'h', REDIS_MASTER: 'm' }, /'h'/],
    [{ REDIS_CLUSTER: 'h:6379' }, /redis-sharded/],
    [{ REDIS_CLUSTER: 'h:6379', ADAPTER: 'redis-streams' }, /redis-streams/],
    [{ REDIS_SENTINELS: sentinels, REDIS_MASTER: 'm', REDIS_CLUSTER: 'h:6379' }, /one of them/],
    [{ REDIS_SENTINELS: sentinels, REDIS_MASTER: 'm', REDIS_SOCKETIO_URL: 'redis://h' }, /one of/],
    [{ ADAPTER: 'kafka' }, /redis-streams/],
    [{ REDIS_CLIENT: 'lettuce' }, /ioredis/],
    [{ SHARDED_SUBSCRIPTIONS: 'dynamic' }, /SHARDED_SUBSCRIPTIONS/],
    [{ REDIS_CARE: 'library', ADAPTER: 'redis-streams' }, /REDIS_CARE/],
  ];
  for (const [env, reason] of wrong) {
    assert.throws(() => readConfig(env), reason, JSON.stringify(env));
  }
});

test('where Redis is can be said in three ways', () => {
  const sentinels = readConfig({ REDIS_SENTINELS: 'h:26379,i:26380', REDIS_MASTER: 'm' }).redis;
  assert.deepEqual(sentinels.sentinels[1], { host: 'i', port: 26380 });
  assert.equal(shown(sentinels), 'the primary m by the Sentinels h:26379, i:26380');
  const { redis } = readConfig({ REDIS_CLUSTER: 'h:6379', ADAPTER: 'redis-sharded' });
  assert.equal(shown(redis), 'the Cluster at h:6379');
  assert.equal(shown(readConfig({}).redis), 'redis://localhost:6379');
});
