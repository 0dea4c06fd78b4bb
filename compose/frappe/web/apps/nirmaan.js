'use strict';

const { randomUUID } = require('node:crypto');

const NOTIFICATIONS = 'Nirmaan Notifications';

/** Everything that the document's table lists, by what is done to what. */
const EVENTS = [
  ...['pr:new', 'pr:delete', 'pr:approved', 'pr:rejected', 'pr:vendorSelected'],
  ...['po:new', 'po:amended', 'po:delete'],
  ...['sr:approved', 'sr:vendorSelected', 'sr:amended', 'sr:delete'],
  ...['sb:vendorSelected', 'Rejected-sb:new', 'Delayed-sb:new', 'Cancelled-sb:new'],
  ...['payment:new', 'payment:approved', 'payment:fulfilled', 'payment:delete'],
];

/** Something was done to a document: its recipient is notified, after the commit. */
async function act({ body, user, transact }) {
  const { event, recipient, title } = body;
  if (!EVENTS.includes(event) || typeof recipient !== 'string' || typeof title !== 'string') {
    throw Object.assign(new Error(`an action needs recipient, title and an event of ${EVENTS}`), {
      status: 417,
    });
  }
  const name = randomUUID().slice(0, 10);
  const [document, type] = event.split(':');
  await transact(async (transaction) => {
    transaction.insert(NOTIFICATIONS, {
      name,
      creation: new Date().toISOString(),
      ...{ title, description: title, document, docname: `${document}-${name}`, event_id: event },
      ...{ recipient, sender: user, seen: 0, type },
    });
    await transaction.commit();
    await transaction.publishRealtime(event, { notificationId: name }, `user:${recipient}`);
  });
  return { name };
}

module.exports = {
  tables: [
    `CREATE TABLE IF NOT EXISTS "${NOTIFICATIONS}" (name TEXT PRIMARY KEY, creation TEXT, title TEXT,
      description TEXT, document TEXT, docname TEXT, event_id TEXT, recipient TEXT, sender TEXT,
      seen INTEGER, type TEXT)`,
  ],
  methods: { 'nirmaan_stack.api.act': act },
  doctypes: [NOTIFICATIONS],
  EVENTS,
};
