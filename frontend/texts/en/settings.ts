import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

/** The settings. */
export const settings = {
  title: 'Settings',
  pageTitle: 'Settings – Chat',
  back: 'Back to conversations',

  appearance: {
    heading: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    changed: {
      system: 'The pages look as the system does now.',
      light: 'The pages are light now.',
      dark: 'The pages are dark now.',
    },
  },

  language: {
    heading: 'Language',
    asBrowser: 'As the browser',
    changed: (ownName: string) => `The pages are in ${isolated(ownName)} now.`,
    changedToBrowsers: 'The pages are in the browser’s language now.',
    notThereYet: 'This language can’t be loaded right now. It appears as soon as there is a network.',
  },

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

  device: {
    heading: 'This device',
    kept: 'Your conversations are kept on this device, so that they open at once, even without a network.',
    size: (size: string) => `They take about ${isolated(size)}.`,
    nothingKept:
      'This is a shared computer: nothing of yours is kept on it, and closing the browser logs you out.',
    delete: 'Delete what is kept on this device',
    deleteHint: 'Nothing is lost by this: the page loads it from the server again.',
    notDeleted: 'It could not be deleted. Close this chat’s other tabs, then try again.',
  },

  account: {
    heading: 'Account',
    name: 'Name',
  },

  logOut: {
    button: 'Log out',
    hint: 'This deletes what is kept on this device. Your conversations stay on the server.',
    question: (unsent: number) =>
      plural('en', unsent, {
        one: 'A message of yours was not sent. Logging out discards it.',
        other: '# of your messages were not sent. Logging out discards them.',
      }),
    stay: 'Stay',
    leave: 'Discard and leave',
    failed: (problem: string) => `You are still logged in. ${problem}`,
  },
};

export type SettingsTexts = typeof settings;
