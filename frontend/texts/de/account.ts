import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_NAME_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '../../../lib/protocol/limits.ts';
import type { AccountTexts } from '../en/account.ts';

export const account: AccountTexts = {
  notices: {
    'session-over': 'Du wurdest abgemeldet. Melde dich an, um weiterzumachen.',
  },
  welcome: 'Sag es einem Menschen.',
  promise: 'Private Nachrichten zwischen zweien. Sie kommen sofort an, und keine geht verloren.',

  logIn: 'Anmelden',
  logInWithPasskey: 'Mit einem Passkey anmelden',
  noPasskey: 'Es wurde kein Passkey benutzt.',
  newHere: 'Neu hier?',
  createInstead: 'Konto anlegen',
  forgotten: 'Passwort vergessen?',
  createAccount: 'Konto anlegen',
  create: 'Konto anlegen',
  haveAccount: 'Du hast schon ein Konto?',
  logInInstead: 'Anmelden',
  oneMoment: 'Einen Moment …',

  name: 'Benutzername',
  nameHint: `${MIN_NAME_CHARACTERS} bis ${MAX_NAME_CHARACTERS} Zeichen aus a–z, 0–9, _ und -. Er lässt sich nicht mehr ändern.`,
  displayName: 'Anzeigename',
  displayNameHint: `Was andere sehen, bis zu ${MAX_DISPLAY_NAME_CHARACTERS} Zeichen. Kann wegbleiben.`,
  password: 'Passwort',
  passwordHint: `Mindestens ${MIN_PASSWORD_CHARACTERS} Zeichen.`,
  showPassword: 'Zeigen',
  hidePassword: 'Verbergen',
  sharedComputer: 'Diesen Computer benutzen auch andere',
  sharedComputerHint:
    'Nichts bleibt darauf zurück, und wenn der Browser geschlossen wird, bist du abgemeldet.',

  fieldProblems: {
    name: `Ein Benutzername hat ${MIN_NAME_CHARACTERS} bis ${MAX_NAME_CHARACTERS} Zeichen aus a–z, 0–9, _ und -.`,
    displayName: `Ein Anzeigename hat 1 bis ${MAX_DISPLAY_NAME_CHARACTERS} sichtbare Zeichen.`,
    password: `Ein Passwort hat ${MIN_PASSWORD_CHARACTERS} bis ${MAX_PASSWORD_CHARACTERS} Zeichen.`,
  },

  tryAgainIn: (when) => `Versuche es ${when} noch einmal.`,
};
