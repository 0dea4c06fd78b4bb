'use strict';

const { Counter, Gauge, Histogram, Registry } = require('prom-client');

/** Event names come from outside: beyond this many they are counted together. */
const EVENT_TYPES_MOST = 200;
const OTHER = 'other';

/** The five metrics of Dartwing's document, with its names, types and labels. */
function createMetrics(io, serverId) {
  const registers = [new Registry()];
  const namespace = io.of('/');
  new Gauge({
    name: 'socketio_connections_total',
    help: 'Current connection count',
    labelNames: ['server_id'],
    registers,
    collect() {
      this.set({ server_id: serverId }, namespace.sockets.size);
    },
  });
  new Gauge({
    name: 'socketio_rooms_total',
    help: "Active rooms, without the room that each socket has under its own id",
    labelNames: ['server_id'],
    registers,
    collect() {
      this.set({ server_id: serverId }, roomCount(namespace.adapter));
    },
  });
  const published = tally('socketio_messages_published', registers, {
    help: 'Messages that this node took from the Redis channel or published for a client',
  });
  const delivered = tally('socketio_messages_delivered', registers, {
    help: "Messages written to this node's clients: emissions times local receivers",
  });
  const latency = new Histogram({
    name: 'socketio_redis_latency_ms',
    help: 'Round trip of a PING on the connection that receives the Redis channel',
    buckets: [0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500],
    registers,
  });
  return {
    published,
    delivered,
    latency: (milliseconds) => latency.observe(milliseconds),
    registry: registers[0],
    contentType: registers[0].contentType,
    text: () => registers[0].metrics(),
  };
}

/** A counter by event type; counts in a map and settles at each scrape, as it is on the hot path. */
function tally(name, registers, { help }) {
  const pending = new Map();
  const known = new Set();
  new Counter({
    name,
    help,
    labelNames: ['event_type'],
    registers,
    collect() {
      for (const [event, count] of pending) {
        this.inc({ event_type: event }, count);
      }
      pending.clear();
    },
  });
  return (event) => {
    let label = event;
    if (!known.has(event)) {
      if (known.size < EVENT_TYPES_MOST) {
        known.add(event);
      } else {
        label = OTHER;
      }
    }
    pending.set(label, (pending.get(label) ?? 0) + 1);
  };
}

function roomCount(adapter) {
  let count = 0;
  for (const room of adapter.rooms.keys()) {
    if (!adapter.sids.has(room)) {
      count++;
    }
  }
  return count;
}

module.exports = { createMetrics, roomCount };
