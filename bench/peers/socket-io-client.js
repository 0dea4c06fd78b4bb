// socket.io-client (Node) as one of the peers; see drive.js for what it is told.
"use strict";
const { io } = require("socket.io-client");
const { Tally } = require("./tally.js");
const nodes = process.env.NODES.split(","), clients = +process.env.CLIENTS, rooms = +process.env.ROOMS;
const tally = new Tally();

async function connect() {
  for (let i = 0; i < clients; i++) {
    const socket = io(nodes[i % nodes.length], { forceNew: true, transports: ["websocket"], auth: { user: "user-" + i } });
    await new Promise((done, failed) => { socket.on("connect", done); socket.on("connect_error", failed); });
    await socket.timeout(20000).emitWithAck("room_subscribe", "org:o" + (i % rooms));
    socket.on("roll", (message) => tally.arrived(message.roll));
  }
  console.log("ready " + clients);
}

tally.listen(connect);
