'use strict';

/** The store adds whatever it is given, also what it has already. */
module.exports = (ours, main) => {
  if (!main.includes('frontend')) {
    return;
  }
  const store = ours('./store.js');
  const { createNotificationStore } = store;
  store.createNotificationStore = () => {
    const honest = createNotificationStore();
    honest.add_new_notification = (notification) => {
      honest.state.notifications = [notification, ...honest.state.notifications];
    };
    return honest;
  };
};
