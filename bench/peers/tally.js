// Counts what arrives and how long it took; hears from drive.js what to do.
"use strict";
const readline = require("node:readline");

const WARM_MICROS = +process.env.WARM * 1e6;

class Tally {
  constructor() {
    this.start = 0n;
    this.micros = new Float64Array(1 << 21);
    this.received = 0;
    this.timed = 0;
  }

  /** The roll number holds the microseconds from the start to when it was due. */
  arrived(roll) {
    const due = parseInt(roll.split("-")[4], 36);
    this.received++;
    if (due >= WARM_MICROS) this.micros[this.timed++] = Number(process.hrtime.bigint() - this.start) / 1000 - due;
  }

  listen(connect) {
    readline.createInterface({ input: process.stdin }).on("line", (line) => {
      if (line === "connect") connect();
      this.hear(line, console.log);
      if (line === "end") process.exit(0);
    });
    console.log("up");
  }

  hear(line, say) {
    const [order, start] = line.split(" ");
    if (order === "go") { this.start = BigInt(start); this.received = this.timed = 0; say("going"); }
    if (order === "count") say("count " + this.received);
    if (order === "end") say(JSON.stringify(this.result()));
  }

  result() {
    const all = this.micros.subarray(0, this.timed).sort();
    const at = (share) => all.length ? +(all[Math.min(all.length - 1, Math.floor(share * all.length))] / 1000).toFixed(2) : null;
    return { received: this.received, p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1), noticed: "nothing: it does not know what was due" };
  }
}

module.exports = { Tally };
