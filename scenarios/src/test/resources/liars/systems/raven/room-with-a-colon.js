'use strict';

/** The room as the document writes it, which nobody is in. */
module.exports = (ours, main) => {
  if (!main.includes('web')) {
    return;
  }
  const { Transaction } = ours('./site.js');
  const honest = Transaction.prototype.publishRealtime;
  Transaction.prototype.publishRealtime = function (event, message, room, when) {
    return honest.call(this, event, message, room.replace('/', ':'), when);
  };
};
