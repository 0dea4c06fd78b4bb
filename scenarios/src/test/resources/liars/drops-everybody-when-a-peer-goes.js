'use strict';

// This node closes all its clients' connections when another one says that it goes.
require('./kept-server')((server) => {
  server.on('goes', () => server.sockets.sockets.forEach((socket) => socket.conn.close(true)));
  process.on('SIGTERM', () => server.serverSideEmit('goes'));
});
