'use strict';

/** Lies about what messages hold, and about time; told as those in lies.js. */

const roomOf = (rooms, kind) => [...rooms].find((room) => room.startsWith(`${kind}:`));
const LARGE = 500_000;

/** So many of those who come back are there from the beginning, on each node. */
const FIRST_CLIENTS = 4;
let joined = 0;
let asked = 0;
let blocked = 0;
let subscribed = 0;
let sent = 0;
let left = false;
let begun;

function busyFor(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

module.exports = {
  // Content.
  'cuts-bytes': {
    at: 'node-2',
    emission: ({ emit, event, message }) =>
      emit([event, Buffer.isBuffer(message) ? message.subarray(0, message.length - 1) : message]),
  },
  'loses-sync-rooms': {
    at: 'node-3',
    emission: ({ emit, rooms }) => roomOf(rooms, 'sync') || emit(),
  },
  'loses-the-large': {
    at: 'node-2',
    emission: ({ emit, message }) => JSON.stringify(message).length < LARGE && emit(),
  },

  // Documents.
  'refuses-a-subscription': {
    at: 'node-2',
    listener: (event, answer) =>
      function (...args) {
        if (event === 'doc_subscribe' && ++subscribed === 3) {
          args.pop()({ error: 'full' });
          return;
        }
        return answer.apply(this, args);
      },
  },
  'ignores-unsubscribe-and-falls-silent': {
    at: 'node-2',
    leave: () => {
      left = true;
    },
    join: (room, join) => (left && room.startsWith('doc:') ? new Promise(() => {}) : join()),
  },
  'loses-some-before-its-restart': {
    at: 'node-3',
    emission: ({ emit, rooms }) => {
      const lost = roomOf(rooms, 'doc') && ++sent > 20 && sent <= 40;
      return lost || emit();
    },
  },

  'loses-one-here-and-fences-there': {
    emission: ({ emit, rooms }) => {
      const lost = {
        'node-2': roomOf(rooms, 'doc') && ++sent === 5,
        'node-3': rooms.size === 0,
      };
      return lost[process.env.SERVER_ID] || emit();
    },
  },

  // Coming back.
  'refuses-who-comes-later': {
    emission: ({ emit }) => {
      begun = true;
      emit();
    },
    // Our clients, and not who looks whether it is ready.
    door: ({ headers }) => begun && headers['x-forwarded-for']?.startsWith('10.') && 'full',
  },
  'takes-long-to-let-in': {
    join: (room, join) =>
      room.startsWith('doc:') && ++joined > FIRST_CLIENTS
        ? new Promise((done) => setTimeout(() => done(join()), 8_000))
        : join(),
  },
  'turns-away-the-later': {
    at: 'node-2',
    listener: (event, answer) =>
      function (...args) {
        if (event === 'doc_subscribe' && ++asked > 400) {
          args.pop()({ error: 'full' });
          return;
        }
        return answer.apply(this, args);
      },
  },

  // Time.
  'freezes-now-and-then': {
    at: 'node-2',
    emission: ({ emit }) => {
      begun ??= performance.now();
      if (performance.now() - begun > 4_000) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
        begun = performance.now() + 5_000;
      }
      emit();
    },
  },
  'blocks-every-second': {
    at: 'node-2',
    emission: ({ emit }) => {
      if (performance.now() - blocked > 1_000) {
        busyFor(300);
        blocked = performance.now();
      }
      emit();
    },
  },
};
