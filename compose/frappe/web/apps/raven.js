'use strict';

const { randomUUID } = require('node:crypto');

const CHANNEL = 'Raven Channel';

/** A message of a channel is stored, and told to who looks at the channel once it is committed. */
async function sendMessage({ body, user, transact }) {
  const { channel_id: channel, text } = body;
  if (typeof channel !== 'string' || typeof text !== 'string') {
    throw Object.assign(new Error('a message needs channel_id and text'), { status: 417 });
  }
  const name = randomUUID().slice(0, 10);
  await transact(async (transaction) => {
    transaction.insert('Raven Message', { name, channel_id: channel, owner: user, text });
    await publishMessageCreated(transaction, { name, channel, user, text });
  });
  return { name, channel_id: channel, owner: user, text };
}

/** The document's helper of this name, which it says not to change. */
function publishMessageCreated(transaction, { name, channel, user, text }) {
  const message = {
    channel_id: channel,
    sender: user,
    message_id: name,
    message_details: { text, message_type: 'Text' },
  };
  return transaction.publishRealtime('message_created', message, `doc:${CHANNEL}/${channel}`, {
    afterCommit: true,
  });
}

module.exports = {
  tables: [
    'CREATE TABLE IF NOT EXISTS "Raven Message" (name TEXT PRIMARY KEY, channel_id TEXT, owner TEXT, text TEXT)',
  ],
  methods: { 'raven.api.raven_message.send_message': sendMessage },
  doctypes: ['Raven Message'],
};
