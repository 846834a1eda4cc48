import { isolated } from '../isolated.ts';

/** In the settings, what lets somebody in without a password. */
export const passkeys = {
  heading: 'Passkeys',
  what: 'Log in without name and password: your device knows you by your finger, your face or a PIN.',
  none: 'You have no passkey yet.',
  notHere: 'This browser can’t make passkeys at this address.',
  unknownDevice: 'Unknown device',
  added: (day: string) => `Added ${day}`,
  lastUsed: (moment: string) => `Last used ${moment}`,
  neverUsed: 'Not used yet',
  loading: 'Loading your passkeys …',
  failed: (problem: string) => `Your passkeys can’t be shown. ${problem}`,
  again: 'Load again',

  add: 'Add a passkey',
  adding: 'Add a passkey to your account?',
  addingMeans:
    'Your browser asks you where to keep it. Whoever can unlock that device can log in as you from then on.',
  next: 'Continue',
  hasAdded: (device: string) =>
    `The passkey of ${isolated(device)} is added. You can log in with it from now on.`,
  notMade: 'No passkey was made.',
  isThere: 'There is a passkey of yours in that device already.',

  remove: 'Remove',
  removeOf: (device: string) => `Remove the passkey of ${isolated(device)}`,
  removing: (device: string) => `Remove the passkey of ${isolated(device)}?`,
  removingMeans:
    'Nobody can log in with it any more. Where you are logged in, you stay so. Your device may go on offering it until you delete it there as well.',
  hasRemoved: (device: string) => `The passkey of ${isolated(device)} is removed.`,

  password: 'Your password',
  wrongPassword: 'This is not the password of your account.',
  cancel: 'Cancel',
};

export type PasskeyTexts = typeof passkeys;
