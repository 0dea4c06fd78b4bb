'use strict';

const room = (ticketId) => `ticket:${ticketId}`;

/**
 * Who may connect: pages of the application's URL, those of the server's own host, and who is no
 * browser. The document leaves that to CORS, which no browser asks before it opens a WebSocket.
 */
function admission({ appUrl, otherOrigins }) {
  return ({ headers: { origin, host } }, decide) => {
    const isOurs = !origin || origin === appUrl || origin.replace(/^https?:\/\//, '') === host;
    const isIn = isOurs || otherOrigins === 'as-documented';
    decide(isIn ? null : `pages of ${origin} may not connect`, isIn);
  };
}

/** A page that shows a ticket joins its room, and leaves it when it goes. */
function serveClient(socket) {
  socket.on('join:ticket', (ticketId, taken) => {
    socket.join(room(ticketId));
    done(taken);
  });
  socket.on('leave:ticket', (ticketId, taken) => {
    socket.leave(room(ticketId));
    done(taken);
  });
}

function done(taken) {
  if (typeof taken === 'function') {
    taken({ ok: true });
  }
}

/** What is told, and to whom: the document's table of events. */
function announcing(io, updates) {
  return {
    ticketCreated: (ticket) => io.emit('ticket:created', ticket),
    ticketUpdated: (ticket) => {
      io.emit('ticket:updated', ticket);
      if (updates === 'as-documented') {
        io.to(room(ticket.id)).emit('ticket:updated', ticket);
      }
    },
    commentAdded: (ticketId, comment) => io.to(room(ticketId)).emit('comment:added', comment),
    attachmentAdded: (ticketId, attachment) =>
      io.to(room(ticketId)).emit('attachment:added', attachment),
  };
}

module.exports = { admission, announcing, serveClient };
