'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');
const { ASKED_FOR, roomOf } = require('../rooms');

test('a target is routed by room before user before document, else to everyone', () => {
  const all = { room: 'org:a', user: 'u', doctype: 'Task', docname: 'T-1' };
  assert.equal(roomOf(all), 'org:a');
  assert.equal(roomOf({ ...all, room: null }), 'user:u');
  assert.equal(roomOf({ ...all, room: '', user: '' }), 'doc:Task:T-1');
  assert.equal(roomOf({}), null);
  assert.equal(roomOf({ doctype: 'Task' }), null);
});

test('what is no target is refused', () => {
  for (const target of [null, undefined, 7, 'room', [], { room: 7 }, { user: {} }]) {
    assert.throws(() => roomOf(target), /target/);
  }
});

test('nobody asks for a room of another user or for a document by its room', () => {
  for (const room of ['org:a', 'sync:Task:a', 'room:x']) {
    assert.match(room, ASKED_FOR);
  }
  for (const room of ['user:bob', 'doc:Task:1', 'org:', 'a', 'xorg:a']) {
    assert.doesNotMatch(room, ASKED_FOR);
  }
});
