'use strict';

const assert = require('node:assert/strict');
const { once } = require('node:events');
const net = require('node:net');
const test = require('node:test');
const { installAdapter } = require('../adapter');
const { RedisConnection } = require('../redis');
const { Server } = require('socket.io');

const PLACE = { client: 'node-redis', care: 'ours', sentinels: [], cluster: [] };
const ANSWERS = { HELLO: '%0\r\n', PING: '+PONG\r\n' };

/** Speaks as much of Redis' protocol as these tests need, and falls silent or hangs up at will. */
class FakeRedis {
  seen = [];
  silent = false;
  hangUpAt = undefined;
  #server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => this.#hear(socket, String(data)));
  });

  async start() {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `redis://127.0.0.1:${this.#server.address().port}`;
  }

  #hear(socket, text) {
    for (const [, command] of text.matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)) {
      this.seen.push(command);
      if (command === this.hangUpAt) {
        socket.destroy();
      } else if (!this.silent) {
        socket.write(ANSWERS[command] ?? '+OK\r\n');
      }
    }
  }

  stop() {
    this.#server.close();
  }
}

/** Unlike `events.once`, does not mind an 'error' on the way. */
const told = (emitter, event) => new Promise((resolve) => emitter.once(event, resolve));

async function withConnection(body) {
  const fake = new FakeRedis();
  const lines = [];
  const log = (event, details) => lines.push({ event, ...details });
  const redis = { ...PLACE, url: await fake.start() };
  const connection = new RedisConnection({ redis, name: 'test', log });
  await connection.open(2_000);
  try {
    await body({ fake, connection, lines, log });
  } finally {
    connection.close();
    fake.stop();
  }
}

test('a silent Redis is noticed within 3 s, and used again once it speaks', () =>
  withConnection(async ({ fake, connection, lines }) => {
    const since = performance.now();
    fake.silent = true;
    await told(connection.client, 'end');
    assert.ok(performance.now() - since < 3_000);
    assert.match(lines[0].error, /silent/);
    fake.silent = false;
    await told(connection.client, 'ready');
    assert.equal(lines.at(-1).event, 'redis-back');
  }));

test('a command that was in flight is refused, and never sent again', () =>
  withConnection(async ({ fake, connection }) => {
    fake.hangUpAt = 'PUBLISH';
    await assert.rejects(connection.client.publish('channel', 'message'));
    await told(connection.client, 'ready');
    await connection.client.sendCommand(['PING']);
    assert.equal(fake.seen.filter((command) => command === 'PUBLISH').length, 1);
  }));

test('a publish that is lost under the adapter ends nothing', () =>
  withConnection(async ({ fake, connection, lines, log }) => {
    const io = new Server();
    const both = { publishing: connection, subscribing: connection };
    await installAdapter(io, both, { config: { adapter: 'redis' }, log });
    fake.hangUpAt = 'PUBLISH';
    io.emit('event');
    await told(connection.client, 'ready');
    assert.ok(lines.some(({ event }) => event === 'redis-refused'));
  }));

test('where no Redis answers, opening ends with what was seen last', async () => {
  const redis = { ...PLACE, url: 'redis://127.0.0.1:1' };
  const connection = new RedisConnection({ redis, name: 'x', log() {} });
  await assert.rejects(connection.open(300), /ECONNREFUSED/);
  connection.close();
});
