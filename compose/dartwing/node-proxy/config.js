'use strict';

const LONGEST_TIMER = 2 ** 31 - 1;

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const port = Number(env.PORT || 9100);
  if (!isPort(port, 0)) {
    problems.push(`PORT is '${env.PORT}'; it must be a whole number from 0 to 65535.`);
  }
  const sticky = env.STICKY || 'none';
  if (!['cookie', 'none'].includes(sticky)) {
    problems.push(`STICKY is '${sticky}'; it can be cookie or none.`);
  }
  const idleLimit = Number(env.IDLE_LIMIT || 0);
  if (!Number.isInteger(idleLimit) || idleLimit < 0 || idleLimit > LONGEST_TIMER) {
    problems.push(`IDLE_LIMIT is '${env.IDLE_LIMIT}'; it must be from 0 to ${LONGEST_TIMER}.`);
  }
  const upstreams = (env.UPSTREAMS ?? '').split(',').filter(Boolean).map(authority);
  if (upstreams.length === 0 || upstreams.includes(undefined)) {
    problems.push(
      `UPSTREAMS is '${env.UPSTREAMS ?? ''}'; it must look like 127.0.0.1:9001,127.0.0.1:9002.`,
    );
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return { host: env.HOST || '127.0.0.1', port, upstreams, sticky: sticky === 'cookie', idleLimit };
}

function authority(text) {
  const parts = /^(?<host>[^:\s]+):(?<port>\d+)$/.exec(text.trim())?.groups;
  const port = Number(parts?.port);
  return parts && isPort(port, 1) ? { host: parts.host, port } : undefined;
}

function isPort(value, least) {
  return Number.isInteger(value) && value >= least && value <= 65535;
}

module.exports = { readConfig };
