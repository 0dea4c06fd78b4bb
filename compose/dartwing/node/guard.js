'use strict';

const { atMostOncePerSecond } = require('./log');
const { describe } = require('./redis');

const SENDING = ['publish', 'sPublish', 'spublish', 'xAdd', 'xadd'];
const LISTENING = [
  ...['subscribe', 'pSubscribe', 'psubscribe', 'sSubscribe', 'ssubscribe'],
  ...['unsubscribe', 'pUnsubscribe', 'punsubscribe', 'sUnsubscribe', 'sunsubscribe'],
];
const MESSAGES = ['message', 'messageBuffer', 'pmessage', 'pmessageBuffer', 'smessage', 'smessageBuffer'];

/**
 * Adapters drop the promises of their commands, so that a lost Redis would end the process, and
 * their listeners may throw, which would end the connection; here each is caught where it arises.
 * Returns a way to wait for the subscriptions made so far, which adapters do not wait for either.
 */
function guardCommands(connection, log) {
  const { client } = connection;
  const refused = atMostOncePerSecond(log);
  const subscribing = new Set();
  const wrap = wrapper(connection, log);
  for (const command of [...SENDING, ...LISTENING].filter((name) => client[name])) {
    const send = client[command].bind(client);
    client[command] = (...args) => {
      const answered = Promise.resolve(send(...args.map(wrap))).then(
        (answer) => {
          connection.alive();
          return answer;
        },
        // The client subscribes again when it reconnects; a publish is lost, and is not repeated.
        (error) => refused('redis-refused', { command, error: describe(error) }),
      );
      if (LISTENING.includes(command)) {
        subscribing.add(answered);
        answered.then(() => subscribing.delete(answered));
      }
      return answered;
    };
  }
  const listen = client.on.bind(client);
  client.on = (event, listener) => listen(event, MESSAGES.includes(event) ? wrap(listener) : listener);
  return { subscribed: () => Promise.all(subscribing) };
}

/** One wrapping for each listener, so that it can be taken off again. */
function wrapper(connection, log) {
  const wrapped = new Map();
  return (arg) => {
    if (typeof arg !== 'function') {
      return arg;
    }
    if (!wrapped.has(arg)) {
      wrapped.set(arg, safely(arg, connection, log));
    }
    return wrapped.get(arg);
  };
}

/** A listener that cannot throw: node-redis would throw away what else it had read. */
function safely(listener, connection, log) {
  const ignored = atMostOncePerSecond(log);
  return (...args) => {
    connection.alive();
    const refuse = (error) => ignored('redis-message-ignored', { error: error.message });
    try {
      // Also the classic adapter's, whose promise nobody else looks at.
      Promise.resolve(listener(...args)).catch(refuse);
    } catch (error) {
      refuse(error);
    }
  };
}

module.exports = { guardCommands, safely };
