import type { SettingsTexts } from '../en/settings.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const settings: SettingsTexts = {
  title: 'Einstellungen',
  pageTitle: 'Einstellungen – Chat',
  back: 'Zurück zu den Unterhaltungen',

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

  notifications: {
    heading: 'Mitteilungen',
    off: 'Auf diesem Gerät bekommst du keine Mitteilungen.',
    on: 'Auf diesem Gerät bekommst du eine Mitteilung, wenn dir jemand schreibt, während der Chat geschlossen ist.',
    turnOn: 'Mitteilungen einschalten',
    turnOff: 'Mitteilungen ausschalten',
    hideContent: 'Verbergen, was geschrieben wurde und von wem',
    hideContentHint: 'Die Mitteilung sagt dann nur, dass es eine neue Nachricht gibt.',
    newMessage: 'Neue Nachricht',
    denied: 'Diesem Browser wurde gesagt, dass er von dieser Seite keine Mitteilungen zeigen soll.',
    howToAllow:
      'Um sie zu erlauben, öffne die Einstellungen des Browsers für diese Seite, meist über das Symbol neben der Adresse; dann komm hierher zurück.',
    unsupported: 'Dieser Browser kann keine Mitteilungen zeigen.',
    needsInstallation:
      'Um hier Mitteilungen zu bekommen, leg den Chat zuerst auf den Home-Bildschirm: Öffne das Teilen-Menü, wähl „Zum Home-Bildschirm“, und öffne den Chat von dort.',
    notOffered: 'Der Server kann gerade nicht nach Mitteilungen gefragt werden, oder er hat keine.',
    notOnSharedComputer:
      'Auf einem Computer, den auch andere benutzen, gibt es keine Mitteilungen: Sie könnten sie lesen.',
    browserRefused:
      'Der Browser konnte sie nicht einschalten. Hast du Netz? Dann versuch es später noch einmal.',
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
