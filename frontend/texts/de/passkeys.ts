import type { PasskeyTexts } from '../en/passkeys.ts';
import { isolated } from '../isolated.ts';

export const passkeys: PasskeyTexts = {
  heading: 'Passkeys',
  what: 'Melde dich ohne Namen und Passwort an: Dein Gerät erkennt dich an Finger, Gesicht oder PIN.',
  none: 'Du hast noch keinen Passkey.',
  notHere: 'Dieser Browser kann unter dieser Adresse keine Passkeys anlegen.',
  unknownDevice: 'Unbekanntes Gerät',
  added: (day) => `Hinzugefügt ${day}`,
  lastUsed: (moment) => `Zuletzt benutzt ${moment}`,
  neverUsed: 'Noch nicht benutzt',
  loading: 'Deine Passkeys werden geladen …',
  failed: (problem) => `Deine Passkeys können nicht gezeigt werden. ${problem}`,
  again: 'Erneut laden',

  add: 'Passkey hinzufügen',
  adding: 'Deinem Konto einen Passkey hinzufügen?',
  addingMeans:
    'Dein Browser fragt dich, wo er aufbewahrt werden soll. Wer dieses Gerät entsperren kann, kann sich von da an als du anmelden.',
  next: 'Weiter',
  hasAdded: (device) =>
    `Der Passkey von ${isolated(device)} ist hinzugefügt. Du kannst dich ab jetzt damit anmelden.`,
  notMade: 'Es wurde kein Passkey angelegt.',
  isThere: 'Auf diesem Gerät ist schon ein Passkey von dir.',

  remove: 'Entfernen',
  removeOf: (device) => `Den Passkey von ${isolated(device)} entfernen`,
  removing: (device) => `Den Passkey von ${isolated(device)} entfernen?`,
  removingMeans:
    'Niemand kann sich mehr damit anmelden. Wo du angemeldet bist, bleibst du es. Dein Gerät bietet ihn vielleicht noch an, bis du ihn auch dort löschst.',
  hasRemoved: (device) => `Der Passkey von ${isolated(device)} ist entfernt.`,

  password: 'Dein Passwort',
  wrongPassword: 'Das ist nicht das Passwort deines Kontos.',
  cancel: 'Abbrechen',
};
