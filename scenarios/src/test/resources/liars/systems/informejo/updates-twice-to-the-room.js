'use strict';

/** An update goes to everybody and once more to the ticket's room, as the document's table reads. */
module.exports = () => {
  process.env.TICKET_UPDATES = 'as-documented';
};
