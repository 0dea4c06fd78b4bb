'use strict';

/** Each lie: on which node (none: on all), and what it does with what passes there. */

const later = (wait, work) => setTimeout(work, wait);
const roomOf = (rooms, kind) => [...rooms].find((room) => room.startsWith(`${kind}:`));
const everyText = (message, change) =>
  JSON.parse(JSON.stringify(message), (key, value) =>
    typeof value === 'string' && key !== 'roll' ? change(value) : value,
  );
const sequenceOf = (message) => parseInt(message.roll.split('-')[3], 36);
const streamOf = (message) => message.roll.split('-')[2];

/** The highest sequence of a stream: the scenario sends 60. */
const THE_LAST = 59;

/** Does the honest thing with all but one message for everyone. */
const once = (lie) => (all) => (all.rooms.size === 0 && ++forEveryone === 10 ? lie(all) : all.emit());
let forEveryone = 0;

let held;

module.exports = {
  honest: {},
  ...require('./more-lies'),

  // Lost.
  'loses-one-in-a-hundred': { at: 'node-2', delivery: ({ count }) => count % 100 === 50 },
  'loses-one-in-a-thousand': { at: 'node-2', delivery: ({ count }) => count % 1_000 === 300 },
  'loses-the-last': {
    at: 'node-3',
    emission: ({ emit, message }) => sequenceOf(message) !== THE_LAST && emit(),
  },
  'loses-documents': {
    at: 'node-1',
    emission: ({ emit, rooms }) => roomOf(rooms, 'doc') || emit(),
  },
  'is-not-subscribed': { at: 'node-3', unsubscribes: 'dartwing:realtime' },
  'acknowledges-before-the-join': {
    at: 'node-2',
    join: (room, join) => (room.startsWith('doc:') ? later(3_000, join) : join()),
  },
  'holds-one-for-long': { at: 'node-2', emission: once(({ emit }) => later(1000, emit)) },

  // Once too often.
  'repeats-one-soon': {
    at: 'node-2',
    emission: once(({ emit }) => {
      emit();
      later(150, emit);
    }),
  },
  'repeats-one-later': {
    at: 'node-2',
    emission: once(({ emit }) => {
      emit();
      later(1500, emit);
    }),
  },
  'repeats-under-another-name': {
    at: 'node-2',
    emission: once(({ emit, event, message }) => {
      emit();
      emit([`${event}ed`, message]);
    }),
  },

  // To others.
  'also-to-the-twin': {
    emission: ({ emit, rooms, message, event, adapter }) => {
      const name = roomOf(rooms, 'user')?.split('@')[0];
      const twins = [...adapter.rooms.keys()].filter((room) => name && room.startsWith(name));
      emit([event, message], new Set([...rooms, ...twins]));
    },
  },
  'documents-to-everyone': {
    at: 'node-2',
    emission: ({ emit, rooms, event, message }) =>
      emit([event, message], roomOf(rooms, 'doc') ? new Set() : rooms),
  },
  'delivers-what-it-refused': {
    acknowledgement: async ({ answer, args, acknowledge, count }) =>
      answer(...args, (answered) => acknowledge(count === 20 ? { error: 'full' } : answered)),
  },

  'to-ann-what-is-for-anna': {
    emission: ({ emit, rooms, event, message }) =>
      emit(
        [event, message],
        new Set([...rooms].map((room) => (room === 'user:anna' ? 'user:ann' : room))),
      ),
  },
  'ignores-unsubscribe': { at: 'node-2', leave: () => {} },
  'twice-to-who-subscribed-twice': {
    at: 'node-2',
    join: (room, join, socket) => {
      if (socket.rooms.has(room)) {
        (socket.twiceIn ??= new Set()).add(room);
      }
      return join();
    },
    emission: ({ emit, rooms, event, message, adapter }) => {
      emit();
      const again = [...adapter.nsp.sockets.values()].filter((socket) =>
        [...rooms].some((room) => socket.twiceIn?.has(room)),
      );
      if (again.length > 0) {
        emit([event, message], new Set(again.map((socket) => socket.id)));
      }
    },
  },

  // Left behind.
  'keeps-the-room': {
    at: 'node-2',
    forget: ({ adapter, id, forget }) => {
      const rooms = [...(adapter.sids.get(id) ?? [])].filter((room) => room.startsWith('doc:'));
      forget();
      rooms.forEach((room) => adapter.rooms.set(room, new Set([id])));
    },
  },
  'joins-after-the-disconnect': {
    at: 'node-2',
    join: (room, join) =>
      room.startsWith('doc:')
        ? new Promise((joined) => later(150, () => joined(join())))
        : join(),
  },
  'leaks-a-socket': { at: 'node-2', forget: () => {}, remove: () => {} },
  'hides-rooms-in-its-metrics': {
    at: 'node-2',
    metrics: (text) => text.replace(/^(socketio_rooms_total\S*) \d+$/m, '$1 0'),
  },

  // Out of order.
  'swaps-two': {
    at: 'node-2',
    // Both for everyone: otherwise nobody here may be due the one and the other.
    emission: ({ emit, message, rooms }) => {
      if (held === undefined && rooms.size === 0 && sequenceOf(message) < 30) {
        held = { emit, stream: streamOf(message) };
        return;
      }
      emit();
      if (rooms.size === 0 && held?.stream === streamOf(message)) {
        held.emit();
        held = {};
      }
    },
  },

  // Damaged.
  'cuts-long-texts': {
    at: 'node-2',
    emission: ({ emit, event, message }) =>
      emit([event, everyText(message, (text) => text.slice(0, 1000))]),
  },
  'normalises-texts': {
    at: 'node-2',
    emission: ({ emit, event, message }) =>
      emit([event, everyText(message, (text) => text.normalize('NFC'))]),
  },
  'knows-no-emoji': {
    at: 'node-2',
    emission: ({ emit, event, message }) =>
      emit([event, everyText(message, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?'))]),
  },
  'adds-an-argument': {
    at: 'node-2',
    emission: once(({ emit, event, message }) => emit([event, message, 'offset'])),
  },
  'garbles-one': {
    at: 'node-2',
    emission: once(({ emit, event }) => emit([event, '[object Object]'])),
  },
  'sends-nothing': { at: 'node-2', emission: once(({ emit, event }) => emit([event])) },

  // Connections and nodes.
  'closes-a-socket': {
    at: 'node-2',
    emission: once(({ emit, adapter }) => {
      emit();
      [...adapter.nsp.sockets.values()].at(-1).conn.close(true);
    }),
  },
  'drops-everybody': {
    at: 'node-2',
    emission: once(({ emit, adapter }) => {
      emit();
      adapter.nsp.sockets.forEach((socket) => socket.conn.close(true));
    }),
  },
  'closes-on-large-payloads': { at: 'node-2', environment: { MAX_PAYLOAD: '1500' } },
  'ends-itself': { at: 'node-2', emission: once(() => process.exit(0)) },
  'says-it-is-another-node': {
    at: 'node-2',
    listener: (event, answer) =>
      event === 'which_node' ? (acknowledge) => acknowledge('node-1') : answer,
  },

  // When Redis is lost, or comes back.
  'does-not-resubscribe': { preload: './does-not-resubscribe' },
  'resubscribes-twice': { preload: './resubscribes-twice' },
  'dies-of-the-loss': { preload: './dies-of-the-loss' },
  'dies-of-a-rejected-publish': { at: 'node-2', preload: './dies-of-a-rejected-publish' },
  'drops-its-clients': { preload: './drops-its-clients' },
  'drops-its-clients-later': { preload: './drops-its-clients', environment: { DROPS_AFTER: '3500' } },
  'comes-back-late': { preload: './comes-back-late' },
  'loses-at-home': { preload: './loses-at-home' },
  'forgets-its-patterns': { preload: './forgets-its-patterns' },
  'writes-before-it-publishes': { preload: './writes-before-it-publishes' },

  // When a node is restarted.
  'drops-everybody-when-a-peer-goes': { preload: './drops-everybody-when-a-peer-goes' },
  'listens-late-after-its-restart': { preload: './listens-late-after-its-restart' },

  // Publishing.
  'answers-no-publish': { acknowledgement: () => {} },
  'acknowledges-some': {
    at: 'node-2',
    acknowledgement: async ({ answer, args, acknowledge, count }) =>
      answer(...args, (answered) => count === 20 || acknowledge(answered)),
  },
  'refuses-some': {
    at: 'node-2',
    acknowledgement: async ({ answer, args, acknowledge, count }) =>
      count === 20 ? acknowledge({ error: 'full' }) : answer(...args, acknowledge),
  },
  'refuses-every-tenth': {
    at: 'node-2',
    acknowledgement: async ({ answer, args, acknowledge, count }) =>
      count % 10 === 0 ? acknowledge({ error: 'full' }) : answer(...args, acknowledge),
  },
};
