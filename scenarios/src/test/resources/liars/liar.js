'use strict';

/**
 * Preloaded into an honest node (NODE_OPTIONS=--require), makes it tell the one lie that LIE names.
 * The node starts as any other: lies are told about messages, clients and their joins.
 */

const path = require('node:path');
const { createRequire } = require('node:module');
const lies = require('./lies');

const lie = lies[process.env.LIE];
if (lie === undefined) {
  throw new Error(`no such lie: ${process.env.LIE}; there are ${Object.keys(lies).join(', ')}`);
}

const told = lie.at === undefined || lie.at === process.env.SERVER_ID;
if (told) {
  Object.assign(process.env, lie.environment);
}
if (told && lie.preload) {
  require(lie.preload);
} else if (told) {
  tell(lie, createRequire(path.resolve(process.argv[1])));
}

function tell(
  {
    emission, delivery, door, join, leave, forget, remove, listener, acknowledgement, unsubscribes,
    metrics,
  },
  ours,
) {
  const { Adapter } = ours('socket.io-adapter');
  // Not among what the package exports.
  const { Client } = ours(path.join(path.dirname(ours.resolve('socket.io')), 'client'));
  const { Namespace, Socket } = ours('socket.io');
  if (emission) {
    const honest = Adapter.prototype.broadcast;
    Adapter.prototype.broadcast = function (packet, opts) {
      const emit = (data = packet.data, rooms = opts.rooms) =>
        honest.call(this, { ...packet, data }, { ...opts, rooms });
      if (packet.data?.[0] !== 'roll') {
        emit();
        return;
      }
      const [event, message] = packet.data;
      emission({ emit, event, message, rooms: opts.rooms, adapter: this });
    };
  }
  if (delivery) {
    const honest = Client.prototype.writeToEngine;
    let count = 0;
    Client.prototype.writeToEngine = function (encoded, opts) {
      const isOurs = String(encoded).includes('"r1-');
      if (!isOurs || !delivery({ client: this, count: ++count })) {
        honest.call(this, encoded, opts);
      }
    };
  }
  if (door) {
    const { Server } = createRequire(ours.resolve('socket.io'))('engine.io');
    const honest = Server.prototype.verify;
    Server.prototype.verify = function (request, upgrade, answer) {
      const refused = door(request);
      return refused
        ? answer(Server.errors.FORBIDDEN, { message: refused })
        : honest.call(this, request, upgrade, answer);
    };
  }
  if (unsubscribes) {
    const redis = ours('redis');
    const clients = [];
    require.cache[ours.resolve('redis')].exports = {
      ...redis,
      createClient: (options) => clients[clients.push(redis.createClient(options)) - 1],
    };
    const honest = Socket.prototype.join;
    Socket.prototype.join = async function (room) {
      const joined = honest.call(this, room);
      if (room.startsWith('doc:')) {
        await Promise.all(clients.map((client) => client.unsubscribe(unsubscribes)));
      }
      return joined;
    };
  }
  if (join) {
    const honest = Socket.prototype.join;
    Socket.prototype.join = function (room) {
      return join(room, () => honest.call(this, room), this);
    };
  }
  if (leave) {
    const honest = Socket.prototype.leave;
    Socket.prototype.leave = function (room) {
      return leave(room, () => honest.call(this, room));
    };
  }
  if (forget) {
    const honest = Adapter.prototype.delAll;
    Adapter.prototype.delAll = function (id) {
      return forget({ adapter: this, id, forget: () => honest.call(this, id) });
    };
  }
  if (remove) {
    const honest = Namespace.prototype._remove;
    Namespace.prototype._remove = function (socket) {
      return remove({ socket, remove: () => honest.call(this, socket) });
    };
  }
  if (metrics) {
    const { Registry } = ours('prom-client');
    const honest = Registry.prototype.metrics;
    Registry.prototype.metrics = async function () {
      return metrics(await honest.call(this));
    };
  }
  if (listener) {
    const honest = Socket.prototype.on;
    Socket.prototype.on = function (event, answer) {
      return honest.call(this, event, listener(event, answer));
    };
  }
  if (acknowledgement) {
    const honest = Socket.prototype.on;
    let count = 0;
    Socket.prototype.on = function (event, answer) {
      if (event !== 'publish') {
        return honest.call(this, event, answer);
      }
      return honest.call(this, event, (...args) => {
        const acknowledge = args.pop();
        return acknowledgement({ answer, args, acknowledge, count: ++count });
      });
    };
  }
}
