'use strict';

// Once Redis is back, this node no longer listens on the channel it was subscribed to.
require('./redis-back').after((client, subscribed) => {
  for (const [channel] of subscribed) {
    client.unsubscribe(channel);
  }
});
