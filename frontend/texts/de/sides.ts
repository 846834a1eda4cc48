import type { SidesTexts } from '../en/sides.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const sides: SidesTexts = {
  menu: 'Unterhaltung',
  pin: 'Anheften',
  unpin: 'Lösen',
  mute: 'Stummschalten…',
  unmute: 'Nicht mehr stumm',
  muteHour: 'Für eine Stunde',
  muteHours: (hours) => plural('de', hours, { one: 'Für # Stunde', other: 'Für # Stunden' }),
  muteForEver: 'Für immer',
  archive: 'Archivieren',
  unarchive: 'Aus dem Archiv holen',
  markUnread: 'Als ungelesen markieren',
  block: 'Blockieren',
  unblock: 'Nicht mehr blockieren',
  export: 'Exportieren …',
  report: 'Melden',
  cancel: 'Abbrechen',
  blockQuestion: (person) => `${isolated(person)} blockieren?`,
  blockMeans:
    'Davon erfährt die Person nichts. Was sie von da an schreibt, siehst du nicht, und du wirst darüber nicht benachrichtigt; sie sieht nicht, wann du da bist. Du kannst das jederzeit aufheben.',
  reportQuestion: (person) => `${isolated(person)} melden?`,
  reportMeans:
    'Wer diesen Chat betreibt, bekommt die neuesten Nachrichten der Person zu lesen. Sie erfährt nichts davon.',
  reportMessageQuestion: (person) => `Diese Nachricht von ${isolated(person)} melden?`,
  reportWhy: 'Worum geht es?',
  reportReasons: {
    spam: 'Werbung oder Betrug',
    abuse: 'Beleidigung oder Belästigung',
    threat: 'Drohung oder Gefahr',
    other: 'Etwas anderes',
  },
  reportNote: 'Eine Bemerkung für die, die es lesen (freiwillig)',
  blockToo: 'Auch blockieren',
  isGone: 'Dieses Konto wurde gelöscht.',
  goneMeans:
    'Was die Person geschrieben hat, ist weg; was du geschrieben hast, ist noch da. Mehr kann nicht gesendet werden.',
  isBlocked: (person) => `Du hast ${isolated(person)} blockiert.`,
  requestFrom: (person, name) => `${isolated(person)} (${name}) möchte dir schreiben.`,
  requestMeans: 'Bis du annimmst, ist nicht zu sehen, dass du dies gelesen hast oder dass du da bist.',
  accept: 'Annehmen',

  privacy: 'Privatsphäre',
  receipts: 'Zeigen, wann ich Nachrichten gelesen habe',
  receiptsHint: 'Ist das aus, siehst auch du nicht, wann andere deine gelesen haben.',
  presence: 'Zeigen, wann ich da bin und wann ich zuletzt da war',
  presenceHint: 'Ist das aus, siehst du es auch von anderen nicht.',
  privacyFailed: 'Das konnte nicht geändert werden.',
  blockedPeople: 'Blockierte Personen',
  nobodyBlocked: 'Du hast niemanden blockiert.',
  sound: 'Einen Ton spielen, wenn eine Nachricht kommt',
  refused: 'Das ging nicht.',
};
