// Prints who connects where, for Artillery: client i on the nodes in turn, in room i % rooms.
"use strict";
const nodes = process.env.NODES.split(",").map((node) => new URL(node));
for (let i = 0; i < 300; i++) {
  const { hostname, port } = nodes[i % nodes.length];
  console.log(["user-" + i, "org:o" + (i % 10), hostname, port].join(","));
}
