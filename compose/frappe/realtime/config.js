'use strict';

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const config = {
    host: env.HOST || '127.0.0.1',
    port: number(env, 'PORT', 9000, problems),
    serverId: env.SERVER_ID || 'node-1',
    redis: url(env, 'REDIS_SOCKETIO_URL', 'redis://localhost:6379', problems),
    web: url(env, 'FRAPPE_WEB', 'http://localhost:8000', problems),
    defaultSite: env.DEFAULT_SITE || '',
    pingInterval: number(env, 'PING_INTERVAL', 5_000, problems),
    pingTimeout: number(env, 'PING_TIMEOUT', 5_000, problems),
  };
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return config;
}

function number(env, name, otherwise, problems) {
  const value = Number(env[name] || otherwise);
  if (!Number.isInteger(value) || value < 0) {
    problems.push(`${name} is '${env[name]}'; it must be a whole number.`);
  }
  return value;
}

function url(env, name, otherwise, problems) {
  const value = env[name] || otherwise;
  if (!URL.canParse(value)) {
    problems.push(`${name} is '${value}'; it must be a URL such as ${otherwise}.`);
  }
  return value;
}

module.exports = { readConfig };
