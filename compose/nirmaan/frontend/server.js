'use strict';

// The document's front end without its pages. Its environment:
//   HOST, PORT   where it listens; 127.0.0.1, 8090
//   ENTRANCE     where the application is served: http://127.0.0.1:8080
//   SITE         whose namespace and pages they are
// GET /mount?user=…&times=… opens a user's page and registers its handlers so many times;
// GET /shown?user=… answers with the names of the notifications that it shows.

const http = require('node:http');
const { io } = require('socket.io-client');
const { initializeSocketListeners } = require('./listeners');
const { createNotificationStore } = require('./store');

const { ENTRANCE = 'http://127.0.0.1:8080', SITE = 'localhost' } = process.env;
const CONNECTS_WITHIN = 8_000;
const pages = new Map();

async function mount(user, times) {
  const cookie = `sid=${encodeURIComponent(`sid-of-${user}`)}`;
  const socket = io(`${ENTRANCE}/${SITE}`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { Host: SITE, Origin: `http://${SITE}`, Cookie: cookie },
  });
  const db = { getDoc: (doctype, name) => getDoc(doctype, name, cookie) };
  const store = createNotificationStore();
  for (let i = 0; i < times; i++) {
    initializeSocketListeners({ socket, db, notificationActions: store });
  }
  pages.set(user, store);
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it did not connect')), CONNECTS_WITHIN);
    socket.once('connect', () => {
      clearTimeout(late);
      resolve();
    });
  });
}

async function getDoc(doctype, name, cookie) {
  const path = `/api/resource/${encodeURIComponent(doctype)}/${encodeURIComponent(name)}`;
  const headers = { Cookie: cookie, 'X-Frappe-Site-Name': SITE };
  const answer = await fetch(ENTRANCE + path, { headers });
  return answer.ok ? (await answer.json()).data : undefined;
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://here');
  const user = url.searchParams.get('user');
  try {
    if (url.pathname === '/mount') {
      await mount(user, Number(url.searchParams.get('times') ?? 1));
    } else if (url.pathname === '/shown' && pages.has(user)) {
      const { notifications } = pages.get(user).state;
      response.end(JSON.stringify(notifications.map(({ title }) => title)));
      return;
    } else if (url.pathname !== '/ping') {
      response.statusCode = 404;
    }
    response.end();
  } catch (error) {
    response.writeHead(500).end(error.message);
  }
});

server.listen(Number(process.env.PORT || 8090), process.env.HOST || '127.0.0.1', () =>
  process.stdout.write('ready\n'),
);
const stop = () => process.exit(0);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
