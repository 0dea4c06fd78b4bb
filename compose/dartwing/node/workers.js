'use strict';

const cluster = require('node:cluster');
const http = require('node:http');
const { setupMaster, setupWorker } = require('@socket.io/sticky');
const { AggregatorRegistry } = require('prom-client');

const STOP_LIMIT = 2_000;
const READY = 'dartwing:ready';
const METRICS = 'dartwing:metrics';
const KNOWN = 'dartwing:known';
const ANSWER = 'dartwing:answer';

/**
 * One node of several workers: this process listens, and hands each connection to the worker that
 * its session lives in. It ends when a worker does, so that a loss is seen for what it is.
 */
function startWorkers(config, log) {
  const server = http.createServer();
  stopReadingWhatIsHandedOver();
  setupMaster(server, { loadBalancingMethod: 'round-robin' });
  const metrics = new AggregatorRegistry();
  let ready = 0;
  let stopping = false;
  const stop = (signal) => {
    if (!stopping) {
      stopping = true;
      log('stopping', { signal });
      server.close();
      Object.values(cluster.workers).forEach((worker) => worker.kill('SIGTERM'));
      setTimeout(() => process.exit(0), STOP_LIMIT).unref();
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  cluster.on('exit', (worker, code, signal) => {
    if (!stopping) {
      log('worker-ended', { worker: worker.id, code, signal });
      process.exit(code || 1);
    }
    if (Object.keys(cluster.workers).length === 0) {
      process.exit(0);
    }
  });
  cluster.on('message', async (worker, { type, id }) => {
    if (type === READY && ++ready === config.workers) {
      server.listen(config.port, config.host, () => log('ready', { workers: config.workers }));
    } else if (type === METRICS) {
      worker.send({ type: ANSWER, id, ...(await gathered(metrics)) });
    } else if (type === KNOWN) {
      worker.send({ type: ANSWER, id });
    }
  });
  server.on('error', (error) => {
    process.stderr.write(`cannot listen on ${config.host}:${config.port}: ${error.message}\n`);
    process.exit(1);
  });
  for (let i = 0; i < config.workers; i++) {
    cluster.fork();
  }
}

async function gathered(metrics) {
  try {
    return { text: await metrics.clusterMetrics() };
  } catch (error) {
    return { error: error.message };
  }
}

/**
 * @socket.io/sticky goes on reading a connection until its worker has it, and what came meanwhile is
 * lost: a WebSocket's first frame. A request's body it hands over piece by piece, and reads on.
 */
function stopReadingWhatIsHandedOver() {
  const { send } = cluster.Worker.prototype;
  cluster.Worker.prototype.send = function (message, handle, options, ...rest) {
    if (handle?._handle && options?.keepOpen === false) {
      handle._handle.readStop();
    }
    return send.call(this, message, handle, options, ...rest);
  };
}

/** Lets this worker serve what it is handed, and answer `/metrics` for all of them. */
function joinWorkers(io, metrics) {
  setupWorker(io);
  AggregatorRegistry.setRegistries([metrics.registry]);
  const ask = questions();
  metrics.text = () => ask({ type: METRICS });
  // @socket.io/sticky tells whose a session is only after the client may have come back with it.
  const generateId = io.engine.generateId.bind(io.engine);
  io.engine.generateId = async (request) => {
    const session = await generateId(request);
    process.send({ type: 'sticky:connection', data: session });
    await ask({ type: KNOWN });
    return session;
  };
  return () => process.send({ type: READY });
}

/** Asks the process that listens, which answers in the order of what it was sent. */
function questions() {
  const asked = new Map();
  let last = 0;
  process.on('message', ({ type, id, text, error }) => {
    if (type === ANSWER) {
      const { resolve, reject } = asked.get(id);
      asked.delete(id);
      error === undefined ? resolve(text) : reject(new Error(error));
    }
  });
  return (question) =>
    new Promise((resolve, reject) => {
      asked.set(++last, { resolve, reject });
      process.send({ ...question, id: last });
    });
}

module.exports = { startWorkers, joinWorkers };
