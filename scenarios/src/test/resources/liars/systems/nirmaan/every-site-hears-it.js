'use strict';

/** What is published for one site goes to the room of that name in every site. */
module.exports = (ours, main) => {
  if (!main.includes('realtime')) {
    return;
  }
  const { Namespace } = ours('socket.io');
  const honest = Namespace.prototype.to;
  Namespace.prototype.to = function (room) {
    const sites = [...this.server._nsps.values()].filter(({ name }) => name !== '/');
    return {
      emit: (...event) => sites.forEach((site) => honest.call(site, room).emit(...event)),
    };
  };
};
