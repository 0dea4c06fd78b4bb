'use strict';

// Once its connection is back, this node no longer hears what other nodes emit.
require('./redis-back').after((client) => client.pUnsubscribe());
