import { MIN_PASSWORD_CHARACTERS } from '../../../lib/protocol/limits.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

/** In the settings, where somebody is logged in, and the password. */
export const safety = {
  logIns: {
    heading: 'Where you are logged in',
    unknownDevice: 'Unknown device',
    here: 'This device',
    shared: 'Shared computer',
    since: (day: string) => `Logged in ${day}`,
    lastUsed: (moment: string) => `Last used ${moment}`,
    end: 'Log out',
    endOf: (device: string) => `Log out ${isolated(device)}`,
    showAll: (count: number) => `Show all ${number('en', count)}`,
    endOthers: 'Log out all others',
    question: (device: string) => `Log out ${isolated(device)}?`,
    questionOfOthers: 'Log out all other devices?',
    means:
      'It is logged out at once. What it keeps of your conversations is deleted as soon as it has a network.',
    meansOfOthers:
      'They are logged out at once. What they keep of your conversations is deleted as soon as they have a network.',
    cancel: 'Cancel',
    ended: (device: string) => `${isolated(device)} is logged out.`,
    endedOthers: 'All other devices are logged out.',
    loading: 'Loading …',
    failed: (problem: string) => `The list can’t be shown. ${problem}`,
    notEnded: (problem: string) => `Nothing was logged out. ${problem}`,
    again: 'Try again',
  },

  password: {
    heading: 'Change password',
    current: 'Current password',
    next: 'New password',
    hint: `At least ${MIN_PASSWORD_CHARACTERS} characters. Several words are easier to remember than signs.`,
    endOthers: 'Log out all other devices',
    endOthersHint: 'If somebody knows the current password, they are out with it.',
    change: 'Change password',
    changed: 'Your password is changed.',
    wrongCurrent: 'This is not your current password.',
  },
};

export type SafetyTexts = typeof safety;
