'use strict';

// Keeps what it could not publish while Redis was away, and sends all of it twice afterwards.
const path = require('node:path');
const { createRequire } = require('node:module');

const ours = createRequire(path.resolve(process.argv[1]));
const { FollowingClient } = ours('./following');

const publish = FollowingClient.prototype.publish;
const kept = [];

FollowingClient.prototype.publish = async function (...args) {
  try {
    return await publish.apply(this, args);
  } catch (error) {
    kept.push(args, args);
    this.once('ready', () => {
      for (const each of kept.splice(0)) {
        publish.apply(this, each).catch(() => {});
      }
    });
    throw error;
  }
};
