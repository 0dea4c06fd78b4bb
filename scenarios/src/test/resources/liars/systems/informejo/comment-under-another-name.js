'use strict';

/** A comment's text arrives in another field than the one that was sent. */
module.exports = (ours) => {
  const { BroadcastOperator } = ours('./node_modules/socket.io/dist/broadcast-operator.js');
  const honest = BroadcastOperator.prototype.emit;
  BroadcastOperator.prototype.emit = function (event, data) {
    if (event === 'comment:added') {
      const { content, ...rest } = data;
      return honest.call(this, event, { ...rest, text: content });
    }
    return honest.call(this, event, data);
  };
};
