'use strict';

/**
 * Preloaded into an honest node, keeps its own log of every copy on the machine's monotonic clock:
 * roll number, when it was there to be written, when it was; 0 where it was lost on purpose. What
 * TRUTH says is done to it: by node, and there by the number of the stream in the roll number.
 */

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const LOST = -1;
const BUSY_FOR = 250;
const BUSY_EVERY = 400;

/** Milliseconds that the so-manieth copy of a stream is held. */
const deeds = {
  constant: () => 200,
  bimodal: (count) => (count % 3 === 0 ? 400 : 100),
  'one-in-a-hundred': (count) => (count % 100 === 50 ? 500 : 0),
  'loses-one-in-40': (count) => (count % 40 === 20 ? LOST : 0),
};

const node = process.env.SERVER_ID;
const truth = JSON.parse(process.env.TRUTH);
const mine = { ...truth.all, ...truth[node] };
const ours = createRequire(path.resolve(process.argv[1]));
const { Client } = ours(path.join(path.dirname(ours.resolve('socket.io')), 'client'));
const honest = Client.prototype.writeToEngine;
const counts = {};

Client.prototype.writeToEngine = function (encoded, opts) {
  const roll = /"(r1-[0-9a-z]+-([0-9a-z]+)-[0-9a-z-]+)"/.exec(String(encoded));
  if (roll === null) {
    honest.call(this, encoded, opts);
    return;
  }
  const read = process.hrtime.bigint();
  const stream = parseInt(roll[2], 36);
  counts[stream] = (counts[stream] ?? 0) + 1;
  const held = stream in mine ? deeds[mine[stream]](counts[stream]) : 0;
  const write = () => {
    note(roll[1], read, process.hrtime.bigint());
    honest.call(this, encoded, opts);
  };
  if (held === LOST) {
    note(roll[1], read, 0n);
  } else if (held > 0) {
    setTimeout(write, held);
  } else {
    write();
  }
};

const log = fs.openSync(path.join(process.env.TRUTH_LOGS, `${node}.truth`), 'a');
let lines = [];

function note(roll, read, written) {
  lines.push(`${roll} ${read} ${written}\n`);
}

function flush() {
  if (lines.length > 0) {
    fs.writeSync(log, lines.join(''));
    lines = [];
  }
}

setInterval(flush, 50).unref();
process.on('exit', flush);

if (mine.busy) {
  setInterval(() => {
    const until = process.hrtime.bigint() + BigInt(BUSY_FOR) * 1_000_000n;
    while (process.hrtime.bigint() < until);
  }, BUSY_EVERY).unref();
}
