'use strict';

const http = require('node:http');
const redis = require('redis');
const { Server } = require('socket.io');
const { authenticate } = require('./authenticate');
const { readConfig } = require('./config');
const { serve } = require('./handlers');

const CHANNEL = 'events';
const STOP_LIMIT = 1_500;
/** Longer than balancers keep an idle connection: whoever closes first must not be the server. */
const IDLE_CONNECTION_LIMIT = 75_000;

async function main() {
  const config = readConfig(process.env);
  const log = (event, details = {}) =>
    process.stdout.write(
      `${JSON.stringify({ time: new Date().toISOString(), server_id: config.serverId, event, ...details })}\n`,
    );
  const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT });
  const io = new Server(server, {
    cors: { origin: true, credentials: true },
    cleanupEmptyChildNamespaces: true,
    serveClient: false,
    pingInterval: config.pingInterval,
    pingTimeout: config.pingTimeout,
  });
  const subscriber = redis.createClient({
    url: config.redis,
    socket: { reconnectStrategy: (attempt) => Math.min(50 * 2 ** attempt, 500) },
  });
  subscriber.on('error', (error) => log('redis-lost', { error: error.message }));
  stopOnSignal(io, subscriber, log);

  const sites = io.of(/^\/.*$/);
  sites.use(authenticate(config));
  sites.on('connection', (socket) => serve(socket, log));

  await subscriber.connect();
  await subscriber.subscribe(CHANNEL, (text) => hear(text, { io, sites, log }));
  server.listen(config.port, config.host, () => log('ready', { host: config.host, port: config.port }));
}

/** Each node emits what it hears to its own sockets; without a room it is for all sites. */
function hear(text, { io, sites, log }) {
  try {
    const { event, message, room, namespace } = JSON.parse(text);
    (room ? io.of(`/${namespace}`).to(room) : sites).emit(event, message);
  } catch (error) {
    log('message-ignored', { error: error.message });
  }
}

/** Says good-bye to every client, then ends; a client that does not let go is not waited for. */
function stopOnSignal(io, subscriber, log) {
  const stop = (signal) => {
    log('stopping', { signal });
    setTimeout(() => process.exit(0), STOP_LIMIT).unref();
    io.close(() => {
      subscriber.destroy();
      process.exit(0);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
