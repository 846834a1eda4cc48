import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

export const conversation: Texts['conversation'] = {
  back: 'Zurück zu den Unterhaltungen',
  messages: 'Nachrichten',
  message: 'Nachricht',
  writeTo: (person) => `Schreib an ${isolated(person)}`,
  send: 'Senden',
  emoji: 'Emoji',
  tooLong: (by) =>
    plural('de', by, { one: 'Ein Zeichen zu lang zum Senden.', other: '# Zeichen zu lang zum Senden.' }),
  charactersLeft: (left) => plural('de', left, { one: 'Noch ein Zeichen', other: 'Noch # Zeichen' }),

  you: 'Du',
  saidBy: (person) => `${isolated(person)}:`,
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  received: 'Empfangen',
  read: 'Gelesen',
  starred: 'Markiert',
  edited: 'bearbeitet',
  formerTexts: 'Frühere Texte zeigen',
  deleted: 'Diese Nachricht wurde gelöscht',
  forwarded: 'Weitergeleitet',
  toQuoted: 'Zur Nachricht, auf die das antwortet',
  notHeld: 'Eine frühere Nachricht',
  reacted: (emoji, people) => `${emoji} von ${isolated(people)}`,
  notSent: (why) => `Nicht gesendet. ${why}`,
  tryAgain: 'Noch einmal versuchen',
  discard: 'Verwerfen',

  loading: 'Nachrichten werden geladen …',
  beginning: (person) => `Hier beginnt, was du und ${isolated(person)} geschrieben habt.`,
  nothingYet: (person) => `Sag ${isolated(person)} Hallo`,
  nothingYetHint: 'Deine Nachricht ist sofort da oder wartet, bis jemand wieder online ist.',
  earlierFailed: 'Frühere Nachrichten konnten nicht geladen werden.',

  online: 'online',
  typing: 'schreibt…',
  lastSeen: (day, time) => `zuletzt da: ${day} um ${time}`,
  isTyping: (person) => `${isolated(person)} schreibt`,
  noteToSelf: 'Notiz an mich',
  noteToSelfHint: 'Was du hier schreibst, liest nur du.',
  menu: 'Einstellungen dieser Unterhaltung',
  unreadMessages: 'Ungelesene Nachrichten',
  toLatest: 'Zur neuesten Nachricht',
  newMessages: (count) => plural('de', count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  hasWritten: (person, text) => `Von ${isolated(person)}: ${text}`,
  haveCome: (person, count) => `${number('de', count)} neue Nachrichten von ${isolated(person)}`,
};
