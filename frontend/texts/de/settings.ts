import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  pageTitle: 'Einstellungen – Chat',
  back: 'Zurück zu den Unterhaltungen',
  loading: 'Einstellungen werden geladen …',

  appearance: {
    heading: 'Darstellung',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    changed: {
      system: 'Die Darstellung richtet sich jetzt nach dem System.',
      light: 'Die Darstellung ist jetzt hell.',
      dark: 'Die Darstellung ist jetzt dunkel.',
    },
  },

  language: {
    heading: 'Sprache',
    asBrowser: 'Wie der Browser',
    changed: (ownName) => `Die Sprache ist jetzt ${isolated(ownName)}.`,
    changedToBrowsers: 'Die Sprache richtet sich jetzt nach dem Browser.',
    notThereYet:
      'Diese Sprache lässt sich gerade nicht laden. Sie erscheint, sobald du wieder mit dem Netz verbunden bist.',
  },

  device: {
    heading: 'Dieses Gerät',
    kept: 'Deine Unterhaltungen liegen auch auf diesem Gerät, damit sie sofort da sind, selbst ohne Netz.',
    size: (size) => `Sie belegen etwa ${isolated(size)}.`,
    nothingKept:
      'Das ist ein gemeinsam genutzter Computer: Hier bleibt nichts von dir liegen, und wenn der Browser geschlossen wird, bist du abgemeldet.',
    delete: 'Daten auf diesem Gerät löschen',
    deleteHint: 'Dabei geht nichts verloren: Die Seite lädt alles neu vom Server.',
    notDeleted:
      'Das Löschen hat nicht geklappt. Schließe die anderen Tabs mit diesem Chat und versuch es noch einmal.',
  },

  account: {
    heading: 'Konto',
    displayName: 'Anzeigename',
    name: 'Name',
  },

  logOut: {
    button: 'Abmelden',
    hint: 'Löscht die Daten auf diesem Gerät. Deine Unterhaltungen bleiben auf dem Server.',
    question: (unsent) =>
      plural('de', unsent, {
        one: 'Eine deiner Nachrichten wurde noch nicht gesendet. Wenn du dich abmeldest, wird sie verworfen.',
        other:
          '# deiner Nachrichten wurden noch nicht gesendet. Wenn du dich abmeldest, werden sie verworfen.',
      }),
    stay: 'Bleiben',
    leave: 'Verwerfen und abmelden',
    failed: (problem) => `Du bist noch angemeldet. ${problem}`,
  },
};
