import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_NAME_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '../../../lib/protocol/limits.ts';

/** Logging in and making an account. */
export const account = {
  notices: {
    'session-over': 'You have been logged out. Log in to go on.',
  },
  welcome: 'Say it to one person.',
  promise: 'Private messages between two people. They arrive at once, and none is ever lost.',

  logIn: 'Log in',
  logInWithPasskey: 'Log in with a passkey',
  noPasskey: 'No passkey was used.',
  newHere: 'New here?',
  createInstead: 'Create an account',
  forgotten: 'Forgot your password?',
  createAccount: 'Create an account',
  create: 'Create account',
  haveAccount: 'Have an account?',
  logInInstead: 'Log in instead',
  oneMoment: 'One moment…',

  name: 'Name',
  nameHint: `${MIN_NAME_CHARACTERS} to ${MAX_NAME_CHARACTERS} of a–z, 0–9, _ and -. It can’t be changed.`,
  displayName: 'Display name',
  displayNameHint: `What others see, up to ${MAX_DISPLAY_NAME_CHARACTERS} characters. Optional.`,
  password: 'Password',
  passwordHint: `At least ${MIN_PASSWORD_CHARACTERS} characters.`,
  showPassword: 'Show',
  hidePassword: 'Hide',
  sharedComputer: 'This is a shared computer',
  sharedComputerHint: 'Nothing is kept on it, and you are logged out when the browser is closed.',

  /** By the field that the server does not take as it is. */
  fieldProblems: {
    name: `A name has ${MIN_NAME_CHARACTERS} to ${MAX_NAME_CHARACTERS} of a–z, 0–9, _ and -.`,
    displayName: `A display name has 1 to ${MAX_DISPLAY_NAME_CHARACTERS} characters that can be seen.`,
    password: `A password has ${MIN_PASSWORD_CHARACTERS} to ${MAX_PASSWORD_CHARACTERS} characters.`,
  },

  tryAgainIn: (when: string) => `Try again ${when}.`,
};

export type AccountTexts = typeof account;
