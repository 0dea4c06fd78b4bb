'use strict';

// Once Redis is back, this node subscribes again although its client has done so already.
require('./redis-back').after((client, subscribed) => {
  for (const [channel, listener] of subscribed) {
    client.subscribe(channel, (message, from) => listener(message, from));
  }
});
