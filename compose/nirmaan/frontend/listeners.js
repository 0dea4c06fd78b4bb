'use strict';

/** Everything that the document's table lists. */
const EVENTS = [
  ...['pr:new', 'pr:delete', 'pr:approved', 'pr:rejected', 'pr:vendorSelected'],
  ...['po:new', 'po:amended', 'po:delete'],
  ...['sr:approved', 'sr:vendorSelected', 'sr:amended', 'sr:delete'],
  ...['sb:vendorSelected', 'Rejected-sb:new', 'Delayed-sb:new', 'Cancelled-sb:new'],
  ...['payment:new', 'payment:approved', 'payment:fulfilled', 'payment:delete'],
];

/** Fetches what an event tells of, and adds it to the store. */
async function handleNotification(db, event, add) {
  if (event?.notificationId) {
    const found = await db.getDoc('Nirmaan Notifications', event.notificationId);
    if (found) {
      const { name, title, creation, description, document, docname, event_id, recipient } = found;
      const seen = found.seen === 1 ? 'true' : 'false';
      add({ name, title, creation, description, document, docname, event_id, recipient, seen });
    }
  }
}

/** Registers the handlers of all events; returns what takes them off again. */
function initializeSocketListeners({ socket, db, notificationActions }) {
  const registered = EVENTS.map((event) => {
    const handler = async (message) => {
      try {
        await handleNotification(db, message, notificationActions.add_new_notification);
      } catch (error) {
        process.stderr.write(`${event}: ${error.message}\n`);
      }
    };
    socket.on(event, handler);
    return [event, handler];
  });
  return () => registered.forEach(([event, handler]) => socket.off(event, handler));
}

module.exports = { initializeSocketListeners };
