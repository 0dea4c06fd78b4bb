// Drives the same three nodes with the same publisher for one peer after the other, and prints a table.
// bench/peers/run starts it; it needs NODES, REDIS (host:port), MESSAGES (folder of <rate>.jsonl) and PEERS, a JSON list
// of {name, command}. Each peer is a process that is told, on its standard input:
//   connect              it opens CLIENTS clients on NODES in turn, client i in room i % ROOMS, and says "ready"; one that
//                        has to know before when the first message is due says "ready <clients> <nanos>" itself
//   go <nanos> <rate> <count>   the first message is due at this moment of the monotonic clock; it says "going"
//   count                it says how many it has received so far
//   end                  it says what it saw, as one line of JSON, and ends
"use strict";
const { spawn } = require("node:child_process");
const fs = require("node:fs"), net = require("node:net"), readline = require("node:readline");
const CLIENTS = 300, ROOMS = 10, LOST = 10, WARM = +process.env.WARM, MEASURED = +process.env.MEASURED;
const rates = (process.env.RATES || "1000,2000").split(",").map(Number);
const TICKS = 100;

const sleep = (millis) => new Promise((done) => setTimeout(done, millis));

function cpuSeconds(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "latin1").replace(/^.*\) /s, "").split(" ");
  return (+fields[11] + +fields[12]) / TICKS;
}

function megabytes(pid) {
  return +/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "latin1"))[1] / 1024;
}

class Peer {
  constructor({ command }, rate) {
    this.process = spawn(command[0], command.slice(1), {
      env: { ...process.env, CLIENTS: String(CLIENTS), ROOMS: String(ROOMS), DELIVERIES: String((rate * CLIENTS) / ROOMS) },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  get pid() { return this.process.pid; }

  say(order) { this.process.stdin.write(order + "\n"); }

  async count() {
    this.say("count");
    return +(await this.hear("count", 20)).split(" ")[1];
  }

  /** What it prints besides answers is its own affair. */
  async hear(beginning, seconds) {
    const late = sleep(seconds * 1000).then(() => { throw new Error(`no "${beginning}" within ${seconds} s`); });
    for (;;) {
      const { value, done } = await Promise.race([this.lines.next(), late]);
      if (done) throw new Error("it ended before it said " + beginning);
      if (value.startsWith(beginning)) return value;
    }
  }
}

/** Publishes each message when it is due; ten of those that count are lost on the way, the same for every peer. */
async function publish(redis, messages, rate, start) {
  const from = WARM * rate, step = Math.floor((messages.length - from) / LOST);
  let late = 0;
  for (let i = 0; i < messages.length; ) {
    const now = process.hrtime.bigint() - start;
    const due = Math.min(messages.length, Math.floor((Number(now) * rate) / 1e9) + 1);
    late = i < due ? Math.max(late, Number(now) / 1e6 - (i * 1000) / rate) : late;
    const parts = [];
    for (; i < due; i++) {
      const lost = i >= from && (i - from) % step === (step >> 1) && (i - from) / step < LOST;
      const channel = lost ? "nobody" : "dartwing:realtime";
      parts.push(`*3\r\n$7\r\nPUBLISH\r\n$${channel.length}\r\n${channel}\r\n$${Buffer.byteLength(messages[i])}\r\n${messages[i]}\r\n`);
    }
    if (parts.length) redis.write(parts.join(""));
    await sleep(1);
  }
  return late;
}

async function measure(peer, rate) {
  const messages = fs.readFileSync(`${process.env.MESSAGES}/${rate}.jsonl`, "utf8").trimEnd().split("\n");
  const one = new Peer(peer, rate);
  try {
    await one.hear("up", 60);
    const before = megabytes(one.pid);
    one.say("connect");
    const [, , chosen] = (await one.hear("ready", 60)).split(" ");
    await sleep(1000);
    const connected = megabytes(one.pid);
    const start = chosen ? BigInt(chosen) : process.hrtime.bigint() + 1_500_000_000n;
    if (start < process.hrtime.bigint() + 500_000_000n) throw new Error("it connected too slowly");
    one.say(`go ${start} ${rate} ${messages.length}`);
    await one.hear("going", 20);
    const [host, port] = process.env.REDIS.split(":");
    const redis = net.connect(+port, host).setNoDelay(true);
    redis.on("data", () => {});
    await sleep(Number(start - process.hrtime.bigint()) / 1e6);
    const publishing = publish(redis, messages, rate, start);
    await sleep(Number(start - process.hrtime.bigint()) / 1e6 + WARM * 1000);
    const received = await one.count(), cpu = cpuSeconds(one.pid);
    const late = await publishing;
    const used = cpuSeconds(one.pid) - cpu, deliveries = (await one.count()) - received;
    const loaded = megabytes(one.pid);
    await sleep(2000);
    redis.destroy();
    one.say("end");
    const result = JSON.parse(await one.hear("{", 20));
    return { ...result, micros: (used / deliveries) * 1e6, each: ((connected - before) * 1024) / CLIENTS, loaded, late };
  } finally {
    one.process.kill("SIGKILL");
  }
}

async function main() {
  const peers = JSON.parse(process.env.PEERS);
  const load = () => fs.readFileSync("/proc/loadavg", "latin1").split(" ")[0];
  const fixed = (value, digits) => (value == null ? "-" : value.toFixed(digits));
  for (const rate of rates) {
    const due = (WARM + MEASURED) * rate * (CLIENTS / ROOMS);
    console.log(`\n${rate} messages/s to ${CLIENTS} clients on 3 nodes, fan-out ${CLIENTS / ROOMS}: ${rate * (CLIENTS / ROOMS)} deliveries/s; ${due - LOST * (CLIENTS / ROOMS)} of ${due} sent, ${LOST} messages lost on purpose\n`);
    console.log("| peer | CPU a delivery | memory a client (what 300 added, / 300) | resident under load | p50 | p99 | p99.9 | max | received | of the lost it noticed | publisher late at most | load average |");
    console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (const peer of peers) {
      try {
        const r = await measure(peer, rate);
        console.log(`| ${peer.name} | ${fixed(r.micros, 2)} us | ${fixed(r.each, 0)} KB | ${fixed(r.loaded, 0)} MB | ${fixed(r.p50, 1)} ms | ${fixed(r.p99, 1)} ms | ${fixed(r.p999, 1)} ms | ${fixed(r.max, 1)} ms | ${r.received} | ${r.noticed} | ${fixed(r.late, 0)} ms | ${load()} |`);
      } catch (e) {
        console.log(`| ${peer.name} | not measured: ${e.message} |`);
      }
    }
  }
  process.exit(0);
}

main();
