'use strict';

/** Listens where the clients of another system once looked for it. */
module.exports = (ours) => {
  const socketIo = ours('socket.io');
  const Honest = socketIo.Server;
  socketIo.Server = class extends Honest {
    constructor(server, options) {
      super(server, { ...options, path: '/ws/socket.io/' });
    }
  };
};
