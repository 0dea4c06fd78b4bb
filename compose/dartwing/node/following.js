'use strict';

const { EventEmitter } = require('node:events');
const redis = require('redis');

const RETRY_MOST = 500;
const RETRY_FIRST = 50;
const SUBSCRIPTIONS = ['subscribe', 'pSubscribe', 'sSubscribe'];
const UNSUBSCRIPTIONS = { unsubscribe: 'subscribe', pUnsubscribe: 'pSubscribe', sUnsubscribe: 'sSubscribe' };

/**
 * A node-redis client of whichever Redis the Sentinels name: it asks them before each connection,
 * and subscribes there to what was subscribed to before.
 */
class FollowingClient extends EventEmitter {
  #place;
  #options;
  #inner;
  #opening;
  #round = 0;
  #listening = { subscribe: new Map(), pSubscribe: new Map(), sSubscribe: new Map() };

  constructor(place, options) {
    super();
    this.#place = place;
    this.#options = options;
  }

  async connect() {
    const round = ++this.#round;
    for (let attempt = 0; round === this.#round; attempt++) {
      try {
        await this.#connectOnce(round);
        return;
      } catch (error) {
        if (round === this.#round) {
          this.emit('error', error);
        }
      }
      await pause(Math.min(RETRY_FIRST * 2 ** attempt, RETRY_MOST));
    }
  }

  async #connectOnce(round) {
    const named = await sharedPrimary(this.#place);
    const socket = { ...this.#options.socket, ...named };
    const inner = redis.createClient({ ...this.#options, socket });
    this.#opening = inner;
    let ready = false;
    inner.on('connect', () => round === this.#round && this.emit('connect'));
    inner.on('error', (error) => {
      if (round === this.#round && ready) {
        ready = false;
        this.emit('error', error);
        this.connect();
      }
    });
    await inner.connect();
    try {
      await this.#refuseFormer(inner, named);
      for (const [command, channels] of Object.entries(this.#listening)) {
        for (const [channel, [listener, asBuffer]] of channels) {
          await inner[command](channel, listener, asBuffer);
        }
      }
    } catch (error) {
      destroy(inner);
      throw error;
    }
    if (round !== this.#round) {
      destroy(inner);
      return;
    }
    this.#inner = inner;
    ready = true;
    this.emit('ready');
  }

  /** While it was connected to, another may have become the primary, or this one a replica. */
  async #refuseFormer(inner, named) {
    const [role] = await inner.sendCommand(['ROLE']);
    const now = await primary(this.#place);
    if (String(role) !== 'master' || now.host !== named.host || now.port !== named.port) {
      throw new Error(`${named.host}:${named.port} is not the primary any more`);
    }
  }

  #current() {
    if (!this.#inner?.isReady) {
      throw new Error('not connected to the primary');
    }
    return this.#inner;
  }

  async sendCommand(args) {
    return this.#current().sendCommand(args);
  }

  destroy() {
    this.#round++;
    destroy(this.#opening);
    destroy(this.#inner);
  }

  static {
    for (const command of ['publish', 'sPublish', 'xAdd', 'xRead']) {
      this.prototype[command] = async function (...args) {
        return this.#current()[command](...args);
      };
    }
    for (const command of SUBSCRIPTIONS) {
      this.prototype[command] = async function (channels, listener, asBuffer) {
        [channels].flat().forEach((channel) => this.#listening[command].set(channel, [listener, asBuffer]));
        return this.#current()[command](channels, listener, asBuffer);
      };
    }
    for (const [command, opposite] of Object.entries(UNSUBSCRIPTIONS)) {
      this.prototype[command] = async function (channels, ...rest) {
        [channels].flat().forEach((channel) => this.#listening[opposite].delete(channel));
        return this.#current()[command](channels, ...rest);
      };
    }
  }
}

let underWay;

/** The same for all connections that ask at a time. */
function sharedPrimary(place) {
  underWay ??= primary(place).finally(() => (underWay = undefined));
  return underWay;
}

/** Where the first Sentinel that answers says that the primary is. */
async function primary({ sentinels, master }) {
  const asked = sentinels.map((place) => ask(place, master));
  try {
    return await Promise.any(asked);
  } catch (error) {
    throw new Error(`no Sentinel names a primary: ${error.errors.map(({ message }) => message).join('; ')}`);
  }
}

async function ask(place, master) {
  const client = redis.createClient({
    socket: { ...place, connectTimeout: RETRY_MOST, reconnectStrategy: false },
  });
  client.on('error', () => {});
  const late = setTimeout(() => destroy(client), 2 * RETRY_MOST);
  try {
    await client.connect();
    const answer = await client.sendCommand(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', master]);
    if (!Array.isArray(answer)) {
      throw new Error(`${place.host}:${place.port} knows no ${master}`);
    }
    return { host: String(answer[0]), port: Number(answer[1]) };
  } finally {
    clearTimeout(late);
    destroy(client);
  }
}

function destroy(client) {
  if (client?.isOpen) {
    client.destroy();
  }
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

module.exports = { FollowingClient };
