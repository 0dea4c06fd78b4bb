'use strict';

const path = require('node:path');
const Database = require('libsql');

/**
 * One site with a database of its own. What is read are committed rows only: reading has a
 * connection of its own, which never sees what a transaction has not committed.
 */
class Site {
  #writing;
  #reading;
  #turn = Promise.resolve();

  constructor(name, folder, tables) {
    this.name = name;
    const file = path.join(folder, `${name.replace(/[^\w.-]/g, '_')}.db`);
    this.#writing = new Database(file);
    this.#writing.pragma('journal_mode = WAL');
    this.#writing.pragma('synchronous = NORMAL');
    tables.forEach((table) => this.#writing.exec(table));
    this.#reading = new Database(file);
  }

  /** One transaction after the other; what it asked to be published follows its commit. */
  transact(work, publish) {
    const done = this.#turn.then(() => this.#inTransaction(work, publish));
    this.#turn = done.catch(() => {});
    return done;
  }

  async #inTransaction(work, publish) {
    const transaction = new Transaction(this.#writing, publish, this.name);
    transaction.begin();
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  }

  /** Of committed rows. */
  find(sql, ...values) {
    const { _metadata, ...row } = this.#reading.prepare(sql).get(...values) ?? {};
    return Object.keys(row).length > 0 ? row : undefined;
  }

  close() {
    this.#reading.close();
    this.#writing.close();
  }
}

/** What a request does to the database, and what it wants to be told once that is committed. */
class Transaction {
  #database;
  #publish;
  #site;
  #open = false;
  #afterCommit = [];

  constructor(database, publish, site) {
    this.#database = database;
    this.#publish = publish;
    this.#site = site;
  }

  begin() {
    this.#database.exec('BEGIN IMMEDIATE');
    this.#open = true;
  }

  insert(table, row) {
    const columns = Object.keys(row);
    const sql = `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    this.#database.prepare(sql).run(...Object.values(row));
  }

  /** Before the commit unless told otherwise, as in Frappe; equal ones after a commit are one. */
  async publishRealtime(event, message, room, { afterCommit = false } = {}) {
    const told = JSON.stringify({ event, message, room, namespace: this.#site });
    if (!afterCommit) {
      await this.#publish(told);
    } else if (!this.#afterCommit.includes(told)) {
      this.#afterCommit.push(told);
    }
  }

  /** May be called within the work too, as `frappe.db.commit()` is. */
  async commit() {
    if (this.#open) {
      this.#database.exec('COMMIT');
      this.#open = false;
    }
    for (const told of this.#afterCommit.splice(0)) {
      await this.#publish(told);
    }
  }

  rollback() {
    if (this.#open) {
      this.#database.exec('ROLLBACK');
      this.#open = false;
    }
  }
}

module.exports = { Site, Transaction };
