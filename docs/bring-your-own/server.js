'use strict';

// The smallest server that speaks Dartwing's dialect: no /metrics, no which_node, no publish.

const http = require('node:http');
const { createAdapter } = require('@socket.io/redis-adapter');
const { createClient } = require('redis');
const { Server } = require('socket.io');

const { HOST, PORT, SERVER_ID, REDIS_SOCKETIO_URL } = process.env;

async function main() {
  const connect = async () => {
    const client = createClient({ url: REDIS_SOCKETIO_URL, disableOfflineQueue: true });
    client.on('error', (error) => console.log(`${SERVER_ID} redis: ${error.message}`));
    return client.connect();
  };
  const [publishing, subscribing, messages] = await Promise.all([connect(), connect(), connect()]);
  const server = http.createServer();
  const io = new Server(server, { adapter: createAdapter(publishing, subscribing) });
  io.on('connection', (socket) => {
    const on = (event, effect) =>
      socket.on(event, async (...args) => {
        const acknowledge = args.pop();
        await effect(...args);
        acknowledge({ ok: true });
      });
    socket.join(`user:${socket.handshake.auth.user}`);
    on('doc_subscribe', (doctype, name) => socket.join(`doc:${doctype}:${name}`));
    on('doc_unsubscribe', (doctype, name) => socket.leave(`doc:${doctype}:${name}`));
    on('room_subscribe', (room) => socket.join(room));
    on('room_unsubscribe', (room) => socket.leave(room));
  });
  await messages.subscribe('dartwing:realtime', (text) => {
    const { event, message, room, user, doctype, docname } = JSON.parse(text);
    const to = room ?? (user ? `user:${user}` : doctype ? `doc:${doctype}:${docname}` : null);
    // Every node hears it, so each tells its own clients only.
    (to === null ? io.local : io.local.to(to)).emit(event, message);
  });
  server.listen(Number(PORT), HOST);
  process.on('SIGTERM', () => io.close(() => process.exit(0)));
}

main();
