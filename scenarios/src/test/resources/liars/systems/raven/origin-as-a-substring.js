'use strict';

/** An origin that has the host in it anywhere is taken for the host's own. */
module.exports = (ours, main) => {
  if (!main.includes('realtime')) {
    return;
  }
  const honest = ours('./authenticate.js');
  const { authenticate } = honest;
  honest.authenticate = (config) => {
    const check = authenticate(config);
    return (socket, next) => {
      const { headers } = socket.request;
      if (headers.origin?.includes(headers.host)) {
        headers.origin = `http://${headers.host}`;
      }
      return check(socket, next);
    };
  };
};
