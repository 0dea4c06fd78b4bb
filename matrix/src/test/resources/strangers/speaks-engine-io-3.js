'use strict';

// Answers what a server of Socket.IO 2 (Engine.IO 3) was seen to answer to a client of Socket.IO 4, byte for byte but for
// the session's id; listens in Redis as Dartwing's nodes do, so that all that is wrong with it is its age.

const crypto = require('node:crypto');
const http = require('node:http');
const net = require('node:net');

const { HOST, PORT, REDIS_SOCKETIO_URL } = process.env;
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const opening = (upgrades) =>
  '0' + JSON.stringify({ sid: crypto.randomBytes(15).toString('base64url'), upgrades, pingInterval: 25000, pingTimeout: 20000 });

const frame = (text) => Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);

const redis = new URL(REDIS_SOCKETIO_URL);
const listening = net.connect(Number(redis.port), redis.hostname, () => listening.write('SUBSCRIBE dartwing:realtime\r\n'));
listening.resume();

const server = http.createServer((request, response) => {
  const packet = opening(['websocket']);
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  response.end(`${packet.length}:${packet}2:40`);
});

server.on('upgrade', (request, socket) => {
  const accept = crypto.createHash('sha1').update(request.headers['sec-websocket-key'] + GUID).digest('base64');
  socket.on('error', (error) => console.log(error.message));
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  // It lets clients into the root namespace unasked, and gives them no id of their own there.
  socket.write(Buffer.concat([frame(opening([])), frame('40')]));
});

server.listen(Number(PORT), HOST);
process.on('SIGTERM', () => process.exit(0));
