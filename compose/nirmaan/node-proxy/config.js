'use strict';

/** Reads the environment; throws one error that names every problem of it. */
function readConfig(env) {
  const problems = [];
  const port = Number(env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    problems.push(`PORT is '${env.PORT}'; it must be a whole number from 0 to 65535.`);
  }
  const idleLimit = Number(env.IDLE_LIMIT || 0);
  if (!Number.isInteger(idleLimit) || idleLimit < 0) {
    problems.push(`IDLE_LIMIT is '${env.IDLE_LIMIT}'; it must be a number of milliseconds.`);
  }
  const realtime = `http://${(env.UPSTREAMS || '127.0.0.1:9000').split(',')[0]}`;
  const web = env.FRAPPE_WEB || 'http://127.0.0.1:8000';
  for (const [name, url] of Object.entries({ UPSTREAMS: realtime, FRAPPE_WEB: web })) {
    if (!URL.canParse(url)) {
      problems.push(`${name} leads to '${url}', which is no URL.`);
    }
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  const changeOrigin = env.CHANGE_ORIGIN === 'true';
  return { host: env.HOST || '127.0.0.1', port, realtime, web, idleLimit, changeOrigin };
}

module.exports = { readConfig };
