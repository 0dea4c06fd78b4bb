'use strict';

const { createClient } = require('redis');

const TICK = 250;
const PING_EVERY_TICKS = 2;
/** With the ping's own interval this notices a silent Redis within 2.75 s. */
const SILENT_AFTER_TICKS = 8;
const CONNECT_LIMIT = 1_000;
const BACK_OFF_FIRST = 50;
const BACK_OFF_MOST = 500;

/**
 * A connection to Redis that notices when Redis falls silent, reconnects for as long as it takes,
 * and never sends a command a second time.
 *
 * Silence is counted in ticks that this process lived through, not in time on the clock: after it
 * was itself frozen, what Redis sent meanwhile is still read. (node-redis' `socketTimeout` would
 * close the connection first, and is put off by every write.)
 */
class RedisConnection {
  #url;
  #name;
  #log;
  #onLatency;
  #phase = 'away';
  #ticksWaited = 0;
  #ticksToPing = 0;
  #pinged = false;
  #lostAt;
  #lastError;
  #ticker;

  constructor({ url, name, log, onLatency = () => {} }) {
    this.#url = url;
    this.#name = name;
    this.#log = log;
    this.#onLatency = onLatency;
    this.client = createClient({
      url,
      name,
      // A queued command would be sent at some later time; a refused one is known to be lost.
      disableOfflineQueue: true,
      socket: { connectTimeout: CONNECT_LIMIT, reconnectStrategy: backOff },
    })
      .on('connect', () => this.#enter('greeting'))
      .on('ready', () => this.#ready())
      .on('error', (error) => this.#lost(error));
  }

  /** Connects; rejects when Redis has not answered within the limit. */
  open(limit) {
    this.#ticker = setInterval(() => this.#tick(), TICK);
    this.#connect();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const seen = this.#lastError ? this.#lastError.message : 'no answer';
        reject(new Error(`no Redis within ${limit} ms; the last attempt saw: ${seen}`));
      }, limit);
      this.client.once('ready', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Something arrived from Redis: it is not silent, however long a ping's answer has to queue. */
  alive() {
    this.#ticksWaited = 0;
  }

  close() {
    clearInterval(this.#ticker);
    this.#phase = 'closed';
    this.client.destroy();
  }

  #connect() {
    // Each failed attempt is an 'error' event; this rejects only once the client is destroyed.
    this.client.connect().catch(() => {});
  }

  #enter(phase) {
    this.#phase = phase;
    this.#ticksWaited = 0;
    this.#ticksToPing = 0;
    this.#pinged = false;
  }

  #ready() {
    this.#enter('ready');
    if (this.#lostAt !== undefined) {
      const away = Math.round(performance.now() - this.#lostAt);
      this.#log('redis-back', { connection: this.#name, away_ms: away });
      this.#lostAt = undefined;
    }
  }

  #lost(error) {
    this.#lastError = error;
    if (this.#phase === 'closed') {
      return;
    }
    const wasReady = this.#phase === 'ready';
    this.#enter('away');
    if (wasReady) {
      this.#lostAt = performance.now();
      this.#log('redis-lost', { connection: this.#name, error: describe(error) });
    }
  }

  #tick() {
    if (this.#phase === 'greeting' || (this.#phase === 'ready' && this.#pinged)) {
      this.#ticksWaited++;
      if (this.#ticksWaited > SILENT_AFTER_TICKS) {
        this.#breakOff();
      }
    } else if (this.#phase === 'ready' && ++this.#ticksToPing >= PING_EVERY_TICKS) {
      this.#ping();
    }
  }

  #ping() {
    const sent = performance.now();
    this.#pinged = true;
    this.client.sendCommand(['PING']).then(
      () => {
        this.#onLatency(performance.now() - sent);
        this.#enter('ready');
      },
      // The connection broke, which its own event tells.
      () => {},
    );
  }

  #breakOff() {
    this.#lost(new Error(`silent for ${SILENT_AFTER_TICKS * TICK} ms`));
    this.client.destroy();
    // Not at once: an attempt that destroy() has ended must have seen that before the next begins.
    setTimeout(() => this.#phase !== 'closed' && this.#connect(), BACK_OFF_FIRST);
  }
}

function backOff(attempt) {
  const wait = Math.min(BACK_OFF_FIRST * 2 ** Math.min(attempt, 10), BACK_OFF_MOST);
  return Math.round(wait + Math.random() * BACK_OFF_FIRST);
}

function describe(error) {
  return error.code ?? error.message;
}

module.exports = { RedisConnection, describe };
