'use strict';

/** What is for those who look at a ticket goes to everybody. */
module.exports = (ours) => {
  const { Server } = ours('socket.io');
  Server.prototype.to = function () {
    return this;
  };
};
