'use strict';

const cluster = require('node:cluster');
const http = require('node:http');
const { setupMaster, setupWorker } = require('@socket.io/sticky');
const { AggregatorRegistry } = require('prom-client');

const STOP_LIMIT = 2_000;

/**
 * One node of several workers: this process listens, and hands each connection to the worker that
 * its session lives in. It ends when a worker does, so that a loss is seen for what it is.
 */
function startWorkers(config, log) {
  const server = http.createServer();
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
  cluster.on('message', async (worker, message) => {
    if (message.type === 'dartwing:ready' && ++ready === config.workers) {
      server.listen(config.port, config.host, () => log('ready', { workers: config.workers }));
    } else if (message.type === 'dartwing:metrics') {
      worker.send({ type: message.type, id: message.id, ...(await gathered(metrics)) });
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

/** Lets this worker serve what it is handed, and answer `/metrics` for all of them. */
function joinWorkers(io, metrics) {
  setupWorker(io);
  AggregatorRegistry.setRegistries([metrics.registry]);
  const asked = new Map();
  process.on('message', ({ type, id, text, error }) => {
    if (type === 'dartwing:metrics') {
      const { resolve, reject } = asked.get(id);
      asked.delete(id);
      error === undefined ? resolve(text) : reject(new Error(error));
    }
  });
  let last = 0;
  metrics.text = () =>
    new Promise((resolve, reject) => {
      asked.set(++last, { resolve, reject });
      process.send({ type: 'dartwing:metrics', id: last });
    });
  return () => process.send({ type: 'dartwing:ready' });
}

module.exports = { startWorkers, joinWorkers };
