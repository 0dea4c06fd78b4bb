'use strict';

/** The kinds of room that a client may ask for by name; the others follow from who it is. */
const ASKED_FOR = /^(org|sync|room):./s;

const userRoom = (user) => `user:${user}`;
const documentRoom = (doctype, name) => `doc:${doctype}:${name}`;
const isName = (value) => typeof value === 'string' && value.length > 0;

/**
 * The room that a target means: room before user before document; null means everyone.
 * Throws where a target is none.
 */
function roomOf(target) {
  if (typeof target !== 'object' || target === null || Array.isArray(target)) {
    throw new Error('a target is {room}, {user}, {doctype, docname} or {} for everyone');
  }
  const { room, user, doctype, docname } = target;
  for (const [key, value] of Object.entries({ room, user, doctype, docname })) {
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw new Error(`the target's ${key} must be a text, not ${JSON.stringify(value)}`);
    }
  }
  if (room) {
    return room;
  }
  if (user) {
    return userRoom(user);
  }
  if (doctype && docname) {
    return documentRoom(doctype, docname);
  }
  return null;
}

module.exports = { ASKED_FOR, userRoom, documentRoom, isName, roomOf };
