'use strict';

/** Whoever is told fetches, and finds nothing: the commit takes its time. */
module.exports = (ours, main) => {
  if (!main.includes('web')) {
    return;
  }
  const { Transaction } = ours('./site.js');
  const { publishRealtime, commit } = Transaction.prototype;
  Transaction.prototype.publishRealtime = function (event, message, room) {
    return publishRealtime.call(this, event, message, room);
  };
  Transaction.prototype.commit = async function () {
    await new Promise((done) => setTimeout(done, 150));
    return commit.call(this);
  };
};
