'use strict';

// A small balancer for machines without nginx or HAProxy. Its environment:
//   HOST, PORT   where it listens; 127.0.0.1, 9100
//   UPSTREAMS    the nodes: 127.0.0.1:9001,127.0.0.1:9002
//   STICKY       cookie: one node per client; none (the default): round robin
//   IDLE_LIMIT   milliseconds after which a silent WebSocket is closed; 0 (the default): never

const http = require('node:http');
const net = require('node:net');
const { createProxyServer } = require('http-proxy');
const { readConfig } = require('./config');
const { clearHopHeaders, cookieFor, nodeOfCookie } = require('./headers');

const CONNECT_LIMIT = 1_000;
const IDLE_CONNECTION_LIMIT = 75_000;

class Balancer {
  #upstreams;
  #sticky;
  #turn = 0;

  constructor({ upstreams, sticky }) {
    this.#upstreams = upstreams;
    this.#sticky = sticky;
  }

  /** A connection to the node whose turn it is, or to the next one that takes it. */
  async connect(request) {
    const failures = [];
    for (const index of this.#order(request)) {
      try {
        const socket = await connected(this.#upstreams[index]);
        return { socket, target: this.#upstreams[index], cookie: this.#cookie(request, index) };
      } catch (error) {
        failures.push(error.message);
      }
    }
    throw new Error(`no node takes connections: ${failures.join('; ')}`);
  }

  #order(request) {
    const count = this.#upstreams.length;
    const asked = this.#sticky ? nodeOfCookie(request) : undefined;
    const first = asked < count ? asked : this.#turn++ % count;
    return this.#upstreams.map((_, offset) => (first + offset) % count);
  }

  #cookie(request, index) {
    return this.#sticky && nodeOfCookie(request) !== index ? cookieFor(index) : undefined;
  }
}

function connected({ host, port }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, timeout: CONNECT_LIMIT });
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error(`${host}:${port} does not answer`)));
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/** What http-proxy is told for one request: where to, and over which connection. */
function route({ socket, target }) {
  const agent = new http.Agent();
  agent.createConnection = () => socket;
  return { target: `http://${target.host}:${target.port}`, agent };
}

function createServer(balancer, proxy, idleLimit) {
  const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT });
  server.on('request', async (request, response) => {
    try {
      const chosen = await balancer.connect(request);
      request.cookieToSet = chosen.cookie;
      clearHopHeaders(request);
      proxy.web(request, response, route(chosen), (error) => refuse(response, 502, error));
    } catch (error) {
      refuse(response, 503, error);
    }
  });
  server.on('upgrade', async (request, socket, head) => {
    // A client that vanishes before the upgrade is through must not end the proxy.
    socket.on('error', () => socket.destroy());
    try {
      const chosen = await balancer.connect(request);
      request.cookieToSet = chosen.cookie;
      clearHopHeaders(request);
      proxy.ws(request, socket, head, route(chosen), () => socket.destroy());
      // Not before: http-proxy takes any limit away.
      socket.setTimeout(idleLimit, () => socket.destroy());
    } catch {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    }
  });
  return server;
}

function refuse(response, status, error) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${error.message}\n`);
}

function createProxy() {
  const proxy = createProxyServer({ xfwd: true });
  const setCookie = (request, answer) => {
    if (request.cookieToSet) {
      answer.headers['set-cookie'] = [
        ...(answer.headers['set-cookie'] ?? []),
        request.cookieToSet,
      ];
    }
  };
  proxy.on('proxyRes', (answer, request) => setCookie(request, answer));
  proxy.on('proxyReqWs', (outgoing, request) =>
    outgoing.on('upgrade', (answer) => setCookie(request, answer)),
  );
  // http-proxy listens for 'aborted', which comes no more once a request was read to its end: a
  // poll whose client is gone would wait on at the node.
  proxy.on('proxyReq', (outgoing, request, response) =>
    response.on('close', () => response.writableFinished || outgoing.destroy()),
  );
  return proxy;
}

function main() {
  const config = readConfig(process.env);
  const server = createServer(new Balancer(config), createProxy(), config.idleLimit);
  server.on('error', (error) => {
    process.stderr.write(
      `cannot listen on ${config.host}:${config.port}: ${error.message}\n` +
        'To fix: choose a free PORT, and a HOST of this machine.\n',
    );
    process.exit(1);
  });
  server.listen(config.port, config.host, () =>
    process.stdout.write(`ready on ${config.host}:${server.address().port}\n`),
  );
  const stop = () => process.exit(0);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
