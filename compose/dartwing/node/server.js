'use strict';

const http = require('node:http');
const { Server } = require('socket.io');
const { installAdapter, safely } = require('./adapter');
const { requireUser, serveClient } = require('./clients');
const { masked, readConfig } = require('./config');
const { createLog } = require('./log');
const { createMetrics } = require('./metrics');
const { RedisConnection } = require('./redis');
const { CHANNEL, createRelay } = require('./relay');

const STOP_LIMIT = 1_500;
/** Longer than balancers keep an idle connection: whoever closes first must not be the server. */
const IDLE_CONNECTION_LIMIT = 75_000;

async function main() {
  const config = readConfig(process.env);
  const log = createLog(config.serverId);
  const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT });
  const io = new Server({
    serveClient: false,
    pingInterval: config.pingInterval,
    pingTimeout: config.pingTimeout,
    maxHttpBufferSize: config.maxPayload,
  });
  const metrics = createMetrics(io, config.serverId);
  const redis = redisConnections(config, log, metrics);
  // At once: as the first process of a container this one has no default for signals.
  stopOnSignal({ io, server, redis, log });
  await subscribe(io, redis, { config, log, metrics });

  io.use(requireUser);
  io.on('connection', (socket) =>
    serveClient(io, socket, { serverId: config.serverId, metrics }),
  );
  server.on('request', (request, response) => serveMetrics(metrics, request, response));
  io.attach(server);
  const port = await listen(server, config);
  log('ready', { host: config.host, port, relay: config.relay, redis: masked(config.redisUrl) });
}

function redisConnections(config, log, metrics) {
  const connection = (purpose, onLatency) =>
    new RedisConnection({
      url: config.redisUrl,
      name: `${config.serverId.replace(/[^!-~]/g, '_')}-${purpose}`,
      log,
      onLatency,
    });
  return {
    publishing: connection('publishing'),
    subscribing: connection('subscribing'),
    messages: connection('messages', metrics.latency),
  };
}

/** Connects, and returns once everything that others publish reaches this node. */
async function subscribe(io, redis, { config, log, metrics }) {
  try {
    await Promise.all(Object.values(redis).map((each) => each.open(config.redisStartLimit)));
    const relay = createRelay(io, config.relay, metrics);
    await redis.messages.client.subscribe(CHANNEL, safely(relay, redis.messages, log));
    await installAdapter(io, redis, log);
  } catch (error) {
    throw new Error(
      `cannot use Redis: ${error.message}\nTo fix: start Redis at ${masked(config.redisUrl)}, ` +
        'or set REDIS_SOCKETIO_URL.',
    );
  }
}

/** Whatever Socket.IO does not answer itself. */
async function serveMetrics(metrics, request, response) {
  if (request.url !== '/metrics') {
    response.writeHead(404).end();
    return;
  }
  try {
    const text = await metrics.text();
    response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text);
  } catch (error) {
    response.writeHead(500).end(error.message);
  }
}

function listen(server, { host, port }) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new Error(
          `cannot listen on ${host}:${port}: ${error.message}\n` +
            'To fix: choose a free PORT, and a HOST of this machine.',
        ),
      ),
    );
    server.listen(port, host, () => resolve(server.address().port));
  });
}

/** Says good-bye to every client, then ends; a client that does not let go is not waited for. */
function stopOnSignal({ io, server, redis, log }) {
  let stopping = false;
  const stop = (signal) => {
    if (stopping) {
      return;
    }
    stopping = true;
    log('stopping', { signal });
    const end = (how) => {
      log('stopped', { how });
      process.exit(0);
    };
    if (!server.listening) {
      end('before it was ready');
    }
    setTimeout(() => end(`after ${STOP_LIMIT} ms, with connections still open`), STOP_LIMIT);
    io.close(() => {
      Object.values(redis).forEach((each) => each.close());
      end('politely');
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
