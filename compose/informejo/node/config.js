'use strict';

const UPDATES = ['once', 'as-documented'];

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const config = {
    host: env.HOST || '127.0.0.1',
    port: number(env, 'PORT', 3003, 65_535, problems),
    appUrl: env.NEXT_PUBLIC_APP_URL || 'http://localhost:3003',
    // The document's table says "All clients + ticket room"; two emits give who is in it two copies.
    updates: env.TICKET_UPDATES || 'once',
    pingInterval: number(env, 'PING_INTERVAL', 5_000, 3_600_000, problems),
    pingTimeout: number(env, 'PING_TIMEOUT', 5_000, 3_600_000, problems),
  };
  if (!UPDATES.includes(config.updates)) {
    problems.push(`TICKET_UPDATES is '${config.updates}'; it can be ${UPDATES.join(' or ')}.`);
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return config;
}

function number(env, name, otherwise, most, problems) {
  const text = env[name];
  if (text === undefined || text === '') {
    return otherwise;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    problems.push(`${name} is '${text}'; it has to be a whole number from 0 to ${most}.`);
  }
  return value;
}

module.exports = { readConfig };
