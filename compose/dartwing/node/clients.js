'use strict';

const { ASKED_FOR, documentRoom, isName, roomOf, userRoom } = require('./rooms');

/** Refuses a connection that does not say whose it is. */
function requireUser(socket, next) {
  const { user } = socket.handshake.auth;
  next(isName(user) ? undefined : new Error('no user: say who you are, auth: {user: "…"}'));
}

/** What a connected client may ask for; each request is acknowledged once it has taken effect. */
function serveClient(io, socket, { serverId, metrics }) {
  socket.join(userRoom(socket.handshake.auth.user));
  socket.onAnyOutgoing(metrics.delivered);

  answer(socket, 'doc_subscribe', (doctype, name) => socket.join(documentOf(doctype, name)));
  answer(socket, 'doc_unsubscribe', (doctype, name) => socket.leave(documentOf(doctype, name)));
  answer(socket, 'room_subscribe', (room) => socket.join(askedFor(room)));
  answer(socket, 'room_unsubscribe', (room) => socket.leave(askedFor(room)));

  // Rollcall's own: the document has neither `publish` nor `which_node`.
  answer(socket, 'publish', (target, event, message) => {
    const room = roomOf(publishable(target));
    if (!isName(event)) {
      throw new Error('publish(target, event, message) needs the name of an event');
    }
    (room === null ? io : io.to(room)).emit(event, message);
    metrics.published(event);
  });
  socket.on('which_node', (...args) => acknowledgement(args)(serverId));
}

/** A client's target is checked more strictly than the channel's, where the document's rule holds. */
function publishable(target) {
  const keys = Object.keys(target ?? {});
  const unknown = keys.filter((key) => !['room', 'user', 'doctype', 'docname'].includes(key));
  if (unknown.length > 0) {
    throw new Error(`a target has no ${unknown.join(', ')}`);
  }
  if (Boolean(target?.doctype) !== Boolean(target?.docname)) {
    throw new Error('a document needs both doctype and docname');
  }
  return target;
}

function answer(socket, event, effect) {
  socket.on(event, async (...args) => {
    const acknowledge = acknowledgement(args);
    try {
      await effect(...args);
      acknowledge({ ok: true });
    } catch (error) {
      acknowledge({ error: error.message });
    }
  });
}

/** Takes the acknowledgement off the arguments; a client may have asked for none. */
function acknowledgement(args) {
  return typeof args.at(-1) === 'function' ? args.pop() : () => {};
}

function documentOf(doctype, name) {
  if (!isName(doctype) || !isName(name)) {
    throw new Error('a document is named by two texts: doctype, name');
  }
  return documentRoom(doctype, name);
}

function askedFor(room) {
  if (!isName(room) || !ASKED_FOR.test(room)) {
    throw new Error('only rooms of the kinds org:, sync: and room: can be asked for by name');
  }
  return room;
}

module.exports = { requireUser, serveClient };
