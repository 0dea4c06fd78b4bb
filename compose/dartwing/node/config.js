'use strict';

const os = require('node:os');

const ADAPTERS = ['redis', 'redis-sharded', 'redis-streams'];
const CLIENTS = ['node-redis', 'ioredis'];
const RELAYS = ['once', 'as-documented'];
const SUBSCRIPTIONS = ['static', 'dynamic'];
const CARE = ['ours', 'library'];

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const config = {
    host: env.HOST || '127.0.0.1',
    port: number(env, 'PORT', 9000, [0, 65535], problems),
    serverId: env.SERVER_ID || os.hostname(),
    workers: number(env, 'SOCKETIO_WORKERS', 1, [1, 64], problems),
    adapter: word(env, 'ADAPTER', ADAPTERS, problems),
    shardedSubscriptions: word(env, 'SHARDED_SUBSCRIPTIONS', SUBSCRIPTIONS, problems),
    redis: readRedis(env, problems),
    redisStartLimit: number(env, 'REDIS_START_LIMIT', 10_000, [1, 600_000], problems),
    relay: word(env, 'RELAY', RELAYS, problems),
    pingInterval: number(env, 'PING_INTERVAL', 5_000, [100, 3_600_000], problems),
    pingTimeout: number(env, 'PING_TIMEOUT', 5_000, [100, 3_600_000], problems),
    corsOrigin: env.CORS_ORIGIN || undefined,
    maxPayload: number(env, 'MAX_PAYLOAD', 1_000_000, [1, 1_000_000_000], problems),
  };
  problems.push(...contradictions(env, config));
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return config;
}

/** Where Redis is, and what speaks to it: one url, Sentinels that know it, or a Cluster. */
function readRedis(env, problems) {
  const redis = {
    client: word(env, 'REDIS_CLIENT', CLIENTS, problems),
    care: word(env, 'REDIS_CARE', CARE, problems),
    sentinels: places(env, 'REDIS_SENTINELS', problems),
    master: env.REDIS_MASTER || '',
    cluster: places(env, 'REDIS_CLUSTER', problems),
    url: env.REDIS_SOCKETIO_URL || 'redis://localhost:6379',
  };
  if (!URL.canParse(redis.url) || !['redis:', 'rediss:'].includes(new URL(redis.url).protocol)) {
    problems.push(
      `REDIS_SOCKETIO_URL is '${masked(redis.url)}'; it must look like redis://localhost:6379.`,
    );
  }
  return redis;
}

/** What cannot work together, each with its reason. */
function contradictions(env, { adapter, redis }) {
  const found = [];
  const said = ['REDIS_SOCKETIO_URL', 'REDIS_SENTINELS', 'REDIS_CLUSTER'].filter((name) => env[name]);
  if (said.length > 1) {
    found.push(`${said.join(' and ')} name different places of one Redis; say one of them only.`);
  }
  if (redis.sentinels.length > 0 && !redis.master) {
    found.push('REDIS_SENTINELS needs REDIS_MASTER: the name under which they know the primary.');
  }
  if (redis.master && redis.sentinels.length === 0) {
    found.push('REDIS_MASTER means nothing without REDIS_SENTINELS: host:port,host:port,….');
  }
  if (redis.cluster.length > 0 && adapter !== 'redis-sharded') {
    found.push(
      `REDIS_CLUSTER with ADAPTER=${adapter}: a Cluster would copy every message to each of its ` +
        'servers, or hold all of them on one; set ADAPTER=redis-sharded, or use one Redis.',
    );
  }
  if (env.SHARDED_SUBSCRIPTIONS && adapter !== 'redis-sharded') {
    found.push(`SHARDED_SUBSCRIPTIONS means nothing with ADAPTER=${adapter}; leave it out.`);
  }
  if (redis.care === 'library' && (adapter !== 'redis' || redis.sentinels.length > 0)) {
    found.push('REDIS_CARE=library shows a hazard of ADAPTER=redis with one Redis; use it there.');
  }
  return found;
}

function word(env, name, words, problems) {
  const value = env[name] || words[0];
  if (!words.includes(value)) {
    problems.push(`${name} is '${value}'; it can be ${words.join(' or ')}.`);
  }
  return value;
}

function number(env, name, otherwise, [least, most], problems) {
  const text = env[name];
  if (text === undefined || text === '') {
    return otherwise;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    problems.push(`${name} is '${text}'; it must be a whole number from ${least} to ${most}.`);
    return otherwise;
  }
  return value;
}

/** `host:port,host:port` */
function places(env, name, problems) {
  const texts = (env[name] || '').split(',').filter((text) => text !== '');
  return texts.flatMap((text) => {
    const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
    if (!host || Number(port) < 1 || Number(port) > 65535) {
      problems.push(`${name} has '${text}'; each must look like host:26379, with commas between.`);
      return [];
    }
    return [{ host, port: Number(port) }];
  });
}

/** The URL without its password, as it may be shown. */
function masked(url) {
  return url.replace(/\/\/[^@/]*@/, '//***@');
}

/** Where Redis is, as it may be shown. */
function shown({ sentinels, master, cluster, url }) {
  const list = (all) => all.map(({ host, port }) => `${host}:${port}`).join(', ');
  if (sentinels.length > 0) {
    return `the primary ${master} by the Sentinels ${list(sentinels)}`;
  }
  return cluster.length > 0 ? `the Cluster at ${list(cluster)}` : masked(url);
}

module.exports = { readConfig, shown };
