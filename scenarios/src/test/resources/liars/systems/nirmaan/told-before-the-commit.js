'use strict';

/** frappe.db.commit() before the event is forgotten: the request's own comes after it. */
module.exports = (ours, main) => {
  if (!main.includes('web')) {
    return;
  }
  const { Transaction } = ours('./site.js');
  const honest = Transaction.prototype.commit;
  Transaction.prototype.commit = async function () {
    if (!this.asked) {
      this.asked = true;
      return;
    }
    await new Promise((done) => setTimeout(done, 150));
    await honest.call(this);
  };
};
