// Artillery counts what its clients receive and shows it nowhere: this is how one sees messages in it.
"use strict";
const { BroadcastChannel } = require("node:worker_threads");
const { Tally } = require("../tally.js");
const clients = +process.env.CLIENTS;
const tally = new Tally(), orders = new BroadcastChannel("peer");
let listening = 0;

const say = (answer) => orders.postMessage(answer);
orders.onmessage = ({ data }) => tally.hear(data, say);
say("up");

function listen(context, events, done) {
  context.sockets[""].on("roll", (message) => tally.arrived(message.roll));
  if (++listening === clients) say("ready " + clients);
  done();
}

module.exports = { listen };
