import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

/** The settings. */
export const settings = {
  title: 'Settings',
  pageTitle: 'Settings – Chat',
  back: 'Back to conversations',
  loading: 'Loading the settings…',

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
    displayName: 'Display name',
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
