'use strict';

// The part of Frappe's web server that its realtime server and an application need. Its environment:
//   HOST, PORT           where it listens; 127.0.0.1, 8000
//   REDIS_SOCKETIO_URL   where it publishes; redis://localhost:6379
//   APP                  the application: raven or nirmaan
//   SITES                which there are, with commas between; each has a database of its own
//   DATABASES            the folder of their databases; this folder
// A session is a cookie sid=sid-of-<user>; anything else is a guest's.

const http = require('node:http');
const redis = require('redis');
const { Site } = require('./site');

const SESSION = /^sid-of-(.+)$/s;
const BODY_MOST = 2_000_000;
const IDLE_CONNECTION_LIMIT = 75_000;

const app = require(`./apps/${process.env.APP || 'raven'}`);
const folder = process.env.DATABASES || __dirname;
const names = (process.env.SITES || 'localhost').split(',');
const sites = new Map(names.map((name) => [name, new Site(name, folder, app.tables)]));
const publisher = redis.createClient({
  url: process.env.REDIS_SOCKETIO_URL || 'redis://localhost:6379',
  disableOfflineQueue: true,
  socket: { reconnectStrategy: (attempt) => Math.min(50 * 2 ** attempt, 500) },
});
publisher.on('error', (error) => log('redis-lost', { error: error.message }));

/** A lost Redis is nobody's error, as in Frappe: the row is stored and nobody is told. */
async function publish(text) {
  try {
    await publisher.publish('events', text);
  } catch (error) {
    log('not-published', { error: error.message });
  }
}

const methods = {
  ping: () => 'pong',
  'frappe.realtime.get_user_info': ({ user }) => ({
    user,
    user_type: user === 'Guest' ? 'Website User' : 'System User',
    installed_apps: ['frappe', process.env.APP || 'raven'],
  }),
  'frappe.realtime.has_permission': ({ user }) => user !== 'Guest',
  ...app.methods,
};

async function answer(request) {
  const url = new URL(request.url, 'http://site');
  const site = sites.get(siteOf(request));
  const [, api, kind, name, key] = url.pathname.split('/').map(decodeURIComponent);
  if (api === 'api' && kind === 'method' && name === 'ping') {
    return { message: methods.ping() };
  }
  if (!site) {
    throw Object.assign(new Error(`there is no site ${siteOf(request)}`), { status: 404 });
  }
  const user = userOf(request);
  if (api === 'api' && kind === 'resource' && app.doctypes.includes(name) && key) {
    return { data: resource(site, user, name, key) };
  }
  if (api === 'api' && kind === 'method' && methods[name]) {
    const body = request.method === 'POST' ? await bodyOf(request) : {};
    const transact = (work) => site.transact(work, publish);
    return { message: await methods[name]({ user, body, transact }) };
  }
  throw Object.assign(new Error('Not Found'), { status: 404 });
}

function resource(site, user, doctype, key) {
  if (user === 'Guest') {
    throw Object.assign(new Error('Not permitted'), { status: 403 });
  }
  const row = site.find(`SELECT * FROM "${doctype}" WHERE name = ?`, key);
  if (!row) {
    throw Object.assign(new Error(`${doctype} ${key} not found`), { status: 404 });
  }
  return row;
}

function siteOf({ headers }) {
  return (headers['x-frappe-site-name'] ?? headers.host ?? '').replace(/:.*/, '');
}

function userOf({ headers }) {
  const cookie = (headers.cookie ?? '').split(';').map((part) => part.trim());
  const sid = decodeURIComponent(cookie.find((part) => part.startsWith('sid='))?.slice(4) ?? '');
  return SESSION.exec(sid)?.[1] ?? 'Guest';
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_MOST) {
      throw Object.assign(new Error('too large'), { status: 413 });
    }
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
}

function log(event, details = {}) {
  const line = { time: new Date().toISOString(), server_id: 'web', event, ...details };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT }, async (request, response) => {
  let status = 200;
  let body;
  try {
    body = await answer(request);
  } catch (error) {
    status = error.status ?? (error instanceof SyntaxError ? 400 : 500);
    body = { exception: error.message };
    if (status >= 500) {
      log('failed', { url: request.url, error: error.stack });
    }
  }
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
});

async function main() {
  await publisher.connect();
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 8000);
  server.listen(port, host, () => log('ready', { host, port, sites: names }));
}

const stop = () => process.exit(0);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
