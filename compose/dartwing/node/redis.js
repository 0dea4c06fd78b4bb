'use strict';

const { driverFor } = require('./drivers');

const TICK = 250;
const PING_EVERY_TICKS = 2;
/** With the ping's own interval this notices a silent Redis within 2.75 s. */
const SILENT_AFTER_TICKS = 8;

/**
 * A connection to Redis that notices when Redis falls silent, reconnects for as long as it takes,
 * and never sends a command a second time.
 *
 * Silence is counted in ticks that this process lived through, not in time on the clock: after it
 * was itself frozen, what Redis sent meanwhile is still read. (The libraries' own limits would
 * close the connection first, and are put off by every write.)
 */
class RedisConnection {
  #driver;
  #name;
  #log;
  #onLatency;
  #watched;
  #phase = 'away';
  #ticksWaited = 0;
  #ticksToPing = 0;
  #pinged = false;
  #lostAt;
  #lastError;
  #ticker;

  constructor({ redis, name, log, onLatency = () => {} }) {
    this.#name = name;
    this.#log = log;
    this.#onLatency = onLatency;
    this.#watched = redis.care === 'ours';
    this.#driver = driverFor(redis, name, {
      connected: () => this.#enter('greeting'),
      ready: () => this.#ready(),
      lost: (error) => this.#lost(error),
    });
    this.client = this.#driver.client;
  }

  /** Connects; rejects when Redis has not answered within the limit. */
  open(limit) {
    this.#ticker = setInterval(() => this.#tick(), TICK);
    this.#driver.connect();
    return this.whenReady(limit);
  }

  /** Returns once it can be used; at once where it can be now. */
  whenReady(limit) {
    if (this.#phase === 'ready') {
      return Promise.resolve();
    }
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
    this.#driver.destroy();
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
    if (!this.#watched) {
      return;
    }
    if (this.#phase === 'greeting' || (this.#phase === 'ready' && this.#pinged)) {
      this.#ticksWaited++;
      if (this.#ticksWaited > SILENT_AFTER_TICKS) {
        this.#lost(new Error(`silent for ${SILENT_AFTER_TICKS * TICK} ms`));
        this.#driver.breakOff();
      }
    } else if (this.#phase === 'ready' && ++this.#ticksToPing >= PING_EVERY_TICKS) {
      this.#ping();
    }
  }

  #ping() {
    const sent = performance.now();
    this.#pinged = true;
    this.#driver.ping().then(
      () => {
        this.#onLatency(performance.now() - sent);
        this.#enter('ready');
      },
      // The connection broke, which its own event tells.
      () => {},
    );
  }
}

function describe(error) {
  return error.code ?? error.message;
}

module.exports = { RedisConnection, describe };
