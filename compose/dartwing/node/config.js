'use strict';

const os = require('node:os');

const RELAYS = ['once', 'as-documented'];

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const config = {
    host: env.HOST || '127.0.0.1',
    port: number(env, 'PORT', 9000, 0, 65535, problems),
    serverId: env.SERVER_ID || os.hostname(),
    redisUrl: redisUrl(env.REDIS_SOCKETIO_URL || 'redis://localhost:6379', problems),
    redisStartLimit: number(env, 'REDIS_START_LIMIT', 10_000, 1, 600_000, problems),
    relay: env.RELAY || 'once',
    pingInterval: number(env, 'PING_INTERVAL', 5_000, 100, 3_600_000, problems),
    pingTimeout: number(env, 'PING_TIMEOUT', 5_000, 100, 3_600_000, problems),
    maxPayload: number(env, 'MAX_PAYLOAD', 1_000_000, 1, 1_000_000_000, problems),
  };
  const workers = number(env, 'SOCKETIO_WORKERS', 1, 1, 1024, problems);
  if (workers > 1) {
    problems.push(
      `SOCKETIO_WORKERS is ${workers}, and more than one worker in a node is not supported: ` +
        'the workers would share a port without sending one client to one worker. ' +
        'Start more nodes instead, or set it to 1.',
    );
  }
  if (!RELAYS.includes(config.relay)) {
    problems.push(`RELAY is '${config.relay}'; it can be ${RELAYS.join(' or ')}.`);
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return config;
}

function number(env, name, otherwise, least, most, problems) {
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

function redisUrl(text, problems) {
  if (!URL.canParse(text) || !['redis:', 'rediss:'].includes(new URL(text).protocol)) {
    problems.push(
      `REDIS_SOCKETIO_URL is '${masked(text)}'; it must look like redis://localhost:6379.`,
    );
  }
  return text;
}

/** The URL without its password, as it may be shown. */
function masked(url) {
  return url.replace(/\/\/[^@/]*@/, '//***@');
}

module.exports = { readConfig, masked };
