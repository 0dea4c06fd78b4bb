'use strict';

/** One line of JSON per important thing, on standard output. */
function createLog(serverId) {
  return (event, details = {}) => {
    const line = { time: new Date().toISOString(), server_id: serverId, event, ...details };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

/** Lets the first through at once, then one a second with the number of those it held back. */
function atMostOncePerSecond(log) {
  let last = -Infinity;
  let heldBack = 0;
  return (event, details) => {
    const now = performance.now();
    if (now - last < 1_000) {
      heldBack++;
      return;
    }
    log(event, heldBack > 0 ? { ...details, held_back: heldBack } : details);
    last = now;
    heldBack = 0;
  };
}

module.exports = { createLog, atMostOncePerSecond };
