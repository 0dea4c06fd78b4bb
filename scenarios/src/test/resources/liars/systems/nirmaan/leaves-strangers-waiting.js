'use strict';

/** Who has no cookie gets no answer at all. */
module.exports = (ours, main) => {
  if (!main.includes('realtime')) {
    return;
  }
  const honest = ours('./authenticate.js');
  const { authenticate } = honest;
  honest.authenticate = (config) => {
    const check = authenticate(config);
    return (socket, next) => {
      if (socket.request.headers.cookie) {
        check(socket, next);
      }
    };
  };
};
