/** The settings. */
export const settings = {
  notifications: {
    heading: 'Notifications',
    off: 'You get no notifications on this device.',
    on: 'You get a notification on this device when somebody writes while the chat is closed.',
    turnOn: 'Turn on notifications',
    turnOff: 'Turn off notifications',
    hideContent: 'Hide what is written, and by whom',
    hideContentHint: 'The notification then says only that there is a new message.',
    newMessage: 'New message',
    denied: 'This browser was told not to show notifications of this site.',
    howToAllow:
      'To allow them, open the browser’s settings for this site, most often by the symbol beside the address; then come back here.',
    unsupported: 'This browser can’t show notifications.',
    needsInstallation:
      'To get notifications here, put the chat onto the home screen first: open the Share menu, choose “Add to Home Screen”, and open the chat from there.',
    notOffered: 'The server can’t be asked for notifications right now, or has none.',
    notOnSharedComputer: 'There are no notifications on a shared computer: others could read them.',
    browserRefused: 'The browser could not turn them on. Is the network there? If so, try again later.',
  },
};
