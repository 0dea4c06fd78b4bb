'use strict';

// This node throws its clients out when it loses Redis, or so many milliseconds later.
require('./kept-server')((server) => {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text, ...rest) => {
    if (String(text).includes('redis-lost')) {
      setTimeout(() => server.local.disconnectSockets(true), Number(process.env.DROPS_AFTER ?? 0));
    }
    return write(text, ...rest);
  };
});
