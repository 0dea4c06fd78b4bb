'use strict';

const cluster = require('node:cluster');
const http = require('node:http');
const { Server } = require('socket.io');
const { installAdapter } = require('./adapter');
const { requireUser, serveClient } = require('./clients');
const { readConfig, shown } = require('./config');
const { createLog } = require('./log');
const { createMetrics } = require('./metrics');
const { RedisConnection } = require('./redis');
const { createRelay, listen: listenToChannel } = require('./relay');
const { joinWorkers, startWorkers } = require('./workers');

const STOP_LIMIT = 1_500;
/** Longer than balancers keep an idle connection: whoever closes first must not be the server. */
const IDLE_CONNECTION_LIMIT = 75_000;

async function main() {
  const config = readConfig(process.env);
  const log = createLog(config.serverId);
  if (config.workers > 1 && cluster.isPrimary) {
    startWorkers(config, log);
    return;
  }
  const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT });
  const io = new Server({
    serveClient: false,
    pingInterval: config.pingInterval,
    pingTimeout: config.pingTimeout,
    maxHttpBufferSize: config.maxPayload,
    ...(config.corsOrigin && { cors: { origin: config.corsOrigin, credentials: true } }),
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
  if (cluster.isWorker) {
    joinWorkers(io, metrics)();
    return;
  }
  const port = await listen(server, config);
  const { host, adapter, relay } = config;
  log('ready', { host, port, adapter, relay, client: config.redis.client, redis: shown(config.redis) });
}

function redisConnections(config, log, metrics) {
  const worker = cluster.isWorker ? `-${cluster.worker.id}` : '';
  const name = `${config.serverId.replace(/[^!-~]/g, '_')}${worker}`;
  const connection = (purpose, onLatency, redis = config.redis) =>
    new RedisConnection({ redis, name: `${name}-${purpose}`, log, onLatency });
  return {
    publishing: connection('publishing'),
    subscribing: connection('subscribing'),
    messages: connection('messages', metrics.latency, channelPlace(config.redis)),
    ...(config.adapter === 'redis-streams' ? { reading: connection('reading') } : {}),
  };
}

/** A Cluster's servers tell each other what is published on a channel: any one of them will do. */
function channelPlace(redis) {
  const [first] = redis.cluster;
  return first ? { ...redis, cluster: [], url: `redis://${first.host}:${first.port}` } : redis;
}

/** Connects, and returns once everything that others publish reaches this node. */
async function subscribe(io, redis, { config, log, metrics }) {
  try {
    await Promise.all(Object.values(redis).map((each) => each.open(config.redisStartLimit)));
    await listenToChannel(redis.messages, createRelay(io, config.relay, metrics), log);
    await installAdapter(io, redis, { config, log });
  } catch (error) {
    throw new Error(
      `cannot use Redis: ${error.message}\nTo fix: see that Redis runs, ${shown(config.redis)}, ` +
        'or say where it is: REDIS_SOCKETIO_URL, REDIS_SENTINELS or REDIS_CLUSTER.',
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
    if (!server.listening && !cluster.isWorker) {
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
