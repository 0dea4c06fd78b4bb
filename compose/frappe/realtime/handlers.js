'use strict';

const docRoom = (doctype, name) => `doc:${doctype}/${name}`;
const openDocRoom = (doctype, name) => `open_doc:${doctype}/${name}`;
const doctypeRoom = (doctype) => `doctype:${doctype}`;
const taskRoom = (task) => `task_progress:${task}`;

/** The rooms that a user is in, and those that it asks for; nothing of it is acknowledged. */
function serve(socket, log) {
  const { user, userType, ask } = socket.data;
  socket.join([`user:${user}`, 'website', ...(userType === 'System User' ? ['all'] : [])]);

  /** The web server says whether it may; its answer comes later, and after a disconnect too. */
  const permitted = async (doctype, name, effect) => {
    try {
      const may = await ask('frappe.realtime.has_permission', { doctype, name });
      if (may && socket.connected) {
        effect();
      }
    } catch (error) {
      log('not-permitted', { user, doctype, name, error: error.message });
    }
  };

  socket.on('doctype_subscribe', (doctype) =>
    permitted(doctype, '', () => socket.join(doctypeRoom(doctype))),
  );
  socket.on('doctype_unsubscribe', (doctype) => socket.leave(doctypeRoom(doctype)));
  socket.on('doc_subscribe', (doctype, name) =>
    permitted(doctype, name, () => socket.join(docRoom(doctype, name))),
  );
  socket.on('doc_unsubscribe', (doctype, name) => socket.leave(docRoom(doctype, name)));
  socket.on('task_subscribe', (task) => socket.join(taskRoom(task)));
  socket.on('task_unsubscribe', (task) => socket.leave(taskRoom(task)));
  socket.on('progress_subscribe', (task) => socket.join(taskRoom(task)));
  viewing(socket, permitted);
}

/** Who looks at a document is told to the others who do, as far as this node knows them. */
function viewing(socket, permitted) {
  const open = new Map();
  const tell = ([doctype, docname]) => {
    const room = openDocRoom(doctype, docname);
    const ids = socket.nsp.adapter.rooms.get(room) ?? new Set();
    const users = new Set([...ids].map((id) => socket.nsp.sockets.get(id)?.data.user).filter(Boolean));
    socket.nsp.to(room).emit('doc_viewers', { doctype, docname, users: [...users] });
  };
  socket.on('doc_open', (doctype, name) =>
    permitted(doctype, name, () => {
      const room = openDocRoom(doctype, name);
      socket.join(room);
      open.set(room, [doctype, name]);
      tell([doctype, name]);
    }),
  );
  socket.on('doc_close', (doctype, name) => {
    const room = openDocRoom(doctype, name);
    socket.leave(room);
    open.delete(room);
    tell([doctype, name]);
  });
  socket.on('disconnect', () => [...open.values()].forEach(tell));
}

module.exports = { serve };
