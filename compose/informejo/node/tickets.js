'use strict';

const { randomUUID } = require('node:crypto');

/** Kept for the last so many tickets: a run makes thousands, and a page shows one. */
const KEPT_MAX = 10_000;

/**
 * The tickets there are, in memory: which database the application uses, its document does not say.
 * One that is named and is not there yet comes to be by that.
 */
function createTickets() {
  const tickets = new Map();
  const find = (id) => {
    if (!tickets.has(id)) {
      tickets.set(id, { id, title: '', status: 'OPEN', comments: [], attachments: [] });
      if (tickets.size > KEPT_MAX) {
        tickets.delete(tickets.keys().next().value);
      }
    }
    return tickets.get(id);
  };
  const shown = ({ id, title, status }) => ({ id, title, status });
  const part = (content) => ({ id: randomUUID(), ...content, createdAt: new Date().toISOString() });
  return {
    find,
    create({ title }) {
      const ticket = find(randomUUID());
      ticket.title = title;
      return shown(ticket);
    },
    update(id, { status }) {
      const ticket = find(id);
      ticket.status = status;
      return shown(ticket);
    },
    comment(id, { content }) {
      const comment = part({ content });
      find(id).comments.push(comment);
      return comment;
    },
    attach(id, { filename }) {
      const attachment = part({ filename });
      find(id).attachments.push(attachment);
      return attachment;
    },
  };
}

module.exports = { createTickets };
