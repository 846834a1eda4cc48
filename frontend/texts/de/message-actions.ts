import type { ActionTexts } from '../en/message-actions.ts';
import { plural } from '../plural.ts';

export const actions: ActionTexts = {
  toolbar: 'Mit dieser Nachricht',
  menu: 'Menü der Nachricht',
  more: 'Mehr',
  items: {
    reply: 'Antworten',
    react: 'Reagieren …',
    copy: 'Text kopieren',
    edit: 'Bearbeiten',
    forward: 'Weiterleiten …',
    star: 'Markieren',
    report: 'Melden …',
    delete: 'Löschen …',
    discard: 'Verwerfen',
  },
  unstar: 'Nicht mehr markieren',
  copied: 'Kopiert',
  notCopied: 'Der Browser lässt das Kopieren nicht zu.',
  otherEmoji: 'Andere Emoji',

  replying: 'Antwort auf',
  editing: 'Nachricht bearbeiten',
  cancel: 'Abbrechen',
  close: 'Schließen',

  deleteTitle: 'Diese Nachricht löschen?',
  deleteHint:
    'Für alle: Der Text verschwindet von euren beiden Geräten. Nur für dich: Die andere Person hat ihn weiterhin.',
  deleteForMeHint: 'Sie verschwindet von allen deinen Geräten. Die andere Person hat sie weiterhin.',
  deleteForMe: 'Für mich löschen',
  deleteForBoth: 'Für alle löschen',

  formerTitle: 'Frühere Texte',

  forwardTitle: 'Weiterleiten an',
  findPeople: 'Jemanden finden',
  forward: 'Weiterleiten',
  forwarded: (people) =>
    plural('de', people, { one: 'An eine Person weitergeleitet', other: 'An # Personen weitergeleitet' }),

  refused: {
    edit: (why) => `Die Nachricht wurde nicht geändert. ${why}`,
    deletion: (why) => `Die Nachricht wurde nicht gelöscht. ${why}`,
    reaction: (why) => `Die Reaktion wurde nicht behalten. ${why}`,
  },

  starredTitle: 'Markierte Nachrichten',
  starredPageTitle: 'Markiert – chat',
  back: 'Zurück zu den Unterhaltungen',
  loading: 'Wird geladen …',
  nothingStarred:
    'Noch ist keine Nachricht markiert. Markiere eine in ihrem Menü, und du findest sie hier wieder.',
  starredFailed: 'Die markierten Nachrichten konnten nicht geladen werden.',
  tryAgain: 'Noch einmal versuchen',
  moreStarred: 'Weitere Nachrichten',
};
