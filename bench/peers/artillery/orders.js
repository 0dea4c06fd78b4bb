// Stands between drive.js, which speaks to Artillery's process, and its worker thread, where the clients are.
"use strict";
const { BroadcastChannel, isMainThread } = require("node:worker_threads");
const readline = require("node:readline");

if (isMainThread) {
  const worker = new BroadcastChannel("peer");
  worker.onmessage = ({ data }) => console.log(data);
  readline.createInterface({ input: process.stdin }).on("line", (order) => worker.postMessage(order));
}
