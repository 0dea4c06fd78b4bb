'use strict';

const UPDATES = ['once', 'as-documented'];
const OTHER_ORIGINS = ['refused', 'as-documented'];

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const config = {
    host: env.HOST || '127.0.0.1',
    port: number(env, 'PORT', 3003, 65_535, problems),
    appUrl: env.NEXT_PUBLIC_APP_URL || 'http://localhost:3003',
    // The document's table says "All clients + ticket room"; two emits give who is in it two copies.
    updates: env.TICKET_UPDATES || 'once',
    otherOrigins: env.OTHER_ORIGINS || 'refused',
    pingInterval: number(env, 'PING_INTERVAL', 5_000, 3_600_000, problems),
    pingTimeout: number(env, 'PING_TIMEOUT', 5_000, 3_600_000, problems),
  };
  word('TICKET_UPDATES', config.updates, UPDATES, problems);
  word('OTHER_ORIGINS', config.otherOrigins, OTHER_ORIGINS, problems);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return config;
}

function word(name, said, words, problems) {
  if (!words.includes(said)) {
    problems.push(`${name} is '${said}'; it can be ${words.join(' or ')}.`);
  }
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
