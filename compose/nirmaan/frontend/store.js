'use strict';

/** The document's notification store: a notification that is there already is not added again. */
function createNotificationStore() {
  const state = { notifications: [], notificationsCount: 0 };
  return {
    state,
    add_new_notification(notification) {
      if (!state.notifications.some(({ name }) => name === notification.name)) {
        state.notifications = [notification, ...state.notifications];
        state.notificationsCount += notification.seen === 'false' ? 1 : 0;
      }
    },
    delete_notification(id) {
      state.notifications = state.notifications.filter(({ name }) => name !== id);
    },
  };
}

module.exports = { createNotificationStore };
