import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';

export const conversation: Texts['conversation'] = {
  back: 'Zurück zu den Unterhaltungen',
  messages: 'Nachrichten',
  message: 'Nachricht',
  writeTo: (person) => `Schreib an ${isolated(person)}`,
  send: 'Senden',

  you: 'Du',
  saidBy: (person) => `${isolated(person)}:`,
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  received: 'Empfangen',
  read: 'Gelesen',
  starred: 'Markiert',
  edited: 'bearbeitet',
  formerTexts: 'Frühere Texte zeigen',
  goneAccount: 'Gelöschtes Konto',
  deleted: 'Diese Nachricht wurde gelöscht',
  forwarded: 'Weitergeleitet',
  toQuoted: 'Zur Nachricht, auf die das antwortet',
  notHeld: 'Eine frühere Nachricht',
  reacted: (emoji, people) => `${emoji} von ${isolated(people)}`,
  tryAgain: 'Noch einmal versuchen',

  loading: 'Nachrichten werden geladen …',

  typing: 'schreibt…',
  noteToSelf: 'Notiz an mich',
  unreadMessages: 'Ungelesene Nachrichten',
};
