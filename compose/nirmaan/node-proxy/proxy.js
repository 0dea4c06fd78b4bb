'use strict';

// The document's development proxy, without the rest of Vite. Its environment:
//   HOST, PORT      where it listens; 127.0.0.1, 8080
//   UPSTREAMS       the realtime server: 127.0.0.1:9000
//   FRAPPE_WEB      the web server: http://127.0.0.1:8000
//   CHANGE_ORIGIN   true as in the document: Host is the realtime server's own, and Frappe refuses it
//   IDLE_LIMIT      milliseconds after which a silent WebSocket is closed; 0 (the default): never

const http = require('node:http');
const { createProxyServer } = require('http-proxy');
const { readConfig } = require('./config');

const REALTIME = /^\/socket\.io/;
const IDLE_CONNECTION_LIMIT = 75_000;

function createServer({ realtime, web, idleLimit, changeOrigin }) {
  const toRealtime = createProxyServer({ target: realtime, ws: true, changeOrigin, secure: false });
  const toWeb = createProxyServer({ target: web });
  // The document's onProxyReqWs: on WebSocket requests only; its one site is here the page's.
  toRealtime.on('proxyReqWs', (outgoing, request) =>
    outgoing.setHeader('X-Frappe-Site-Name', (request.headers.host ?? '').replace(/:.*/, '')),
  );
  const agents = new Map([realtime, web].map((url) => [url, new http.Agent({ keepAlive: true })]));
  const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT });
  server.on('request', (request, response) => {
    const isRealtime = REALTIME.test(request.url);
    const agent = agents.get(isRealtime ? realtime : web);
    (isRealtime ? toRealtime : toWeb).web(request, response, { agent }, (error) =>
      refuse(response, error),
    );
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!REALTIME.test(request.url)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    toRealtime.ws(request, socket, head, {}, () => socket.destroy());
    // Not before: http-proxy takes any limit away.
    socket.setTimeout(idleLimit, () => socket.destroy());
  });
  return server;
}

function refuse(response, error) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { 'Content-Type': 'text/plain' }).end(`${error.message}\n`);
}

function main() {
  const config = readConfig(process.env);
  const server = createServer(config);
  server.on('error', (error) => {
    process.stderr.write(`cannot listen on ${config.host}:${config.port}: ${error.message}\n`);
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
