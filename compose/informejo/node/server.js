'use strict';

const http = require('node:http');
const { Server } = require('socket.io');
const { answer } = require('./pages');
const { readConfig } = require('./config');
const { createTickets } = require('./tickets');
const { admission, announcing, serveClient } = require('./realtime');

const STOP_LIMIT = 1_500;
/** Longer than the proxies keep an idle connection: whoever closes first must not be the server. */
const IDLE_CONNECTION_LIMIT = 75_000;

/** Web pages, REST and Socket.IO on one port, as the document's custom server has them. */
function main() {
  const config = readConfig(process.env);
  // Socket.IO takes what is below its path before the pages are asked.
  const server = http.createServer({ keepAliveTimeout: IDLE_CONNECTION_LIMIT }, (request, response) =>
    answer(request, response, application),
  );
  const io = new Server(server, {
    path: '/socket.io/',
    transports: ['websocket', 'polling'],
    cors: { origin: config.appUrl, credentials: true },
    allowRequest: admission(config),
    pingInterval: config.pingInterval,
    pingTimeout: config.pingTimeout,
  });
  const application = { tickets: createTickets(), announce: announcing(io, config.updates) };
  io.on('connection', serveClient);
  stopOnSignal(io, server);
  server.once('error', (error) => {
    process.stderr.write(
      `cannot listen on ${config.host}:${config.port}: ${error.message}\n` +
        'To fix: choose a free PORT, and a HOST of this machine.\n',
    );
    process.exit(1);
  });
  server.listen(config.port, config.host, () =>
    process.stdout.write(`Ready on http://${config.host}:${config.port}\n`),
  );
}

/** Says good-bye to every client, then ends; a client that does not let go is not waited for. */
function stopOnSignal(io, server) {
  const stop = () => {
    setTimeout(() => process.exit(0), STOP_LIMIT).unref();
    io.close(() => process.exit(0));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
