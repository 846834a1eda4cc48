import type { AroundTexts } from '../en/around.ts';
import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

export const around: AroundTexts = {
  skipToMessages: 'Zu den Nachrichten springen',
  skipToConversations: 'Zu den Unterhaltungen springen',
  notFound: 'Hier ist nichts',
  notFoundHint: 'Vielleicht ist die Adresse vertippt, oder was hier war, gibt es nicht mehr.',
  goToConversations: 'Zu deinen Unterhaltungen',
  connection: {
    offline: 'Kein Netz. Was du schreibst, wird aufgehoben und später gesendet.',
    connecting: 'Verbindung wird aufgebaut …',
    reconnecting: 'Verbindung wird wieder aufgebaut … Was du schreibst, wird aufgehoben und dann gesendet.',
    unreachable:
      'Der Server ist nicht erreichbar, es wird weiter versucht. Was du schreibst, wird aufgehoben und dann gesendet.',
    fragile:
      'Dieser Browser hebt nichts auf: Schließ die Seite nicht, bevor deine Nachrichten gesendet sind.',
  },
  newVersion: {
    isThere: 'Es gibt eine neue Version.',
    take: 'Neu laden',
    later: 'Später',
  },

  settings: 'Einstellungen',
  shortcuts: 'Tastenkürzel',
  starred: 'Markierte Nachrichten',
  findPeople: 'Personen finden',
  findPeopleAndMessages: 'Personen und Nachrichten finden',
  found: (people) => plural('de', people, { one: 'Eine Person gefunden', other: '# Personen gefunden' }),
  peopleFound: 'Gefundene Personen',
  nobodyFound: (query) => `Niemandes Name beginnt mit „${isolated(query)}“.`,
  nobodyFoundHint: 'Vielleicht ist die Person noch nicht hier. Schick ihr diese Adresse:',
  noConversations: 'Noch keine Unterhaltungen',
  noConversationsHint: 'Wähl jemanden aus der Liste der Personen oder such nach dem Namen, und sag Hallo.',
  people: 'Personen',
  nobodyHere: 'Noch ist niemand sonst hier',
  nobodyHereHint: 'Schick diese Adresse jemandem, mit dem du schreiben möchtest:',
  morePeople: 'Mehr Personen',
  copyLink: 'Adresse kopieren',
  copied: 'Kopiert.',
  chooseSomebody: 'Wem möchtest du schreiben?',
  chooseSomebodyHint: 'Wähl eine Unterhaltung oder such jemanden nach dem Namen.',
  findHint: 'findet Personen von überall aus',
  keyNames: {
    ctrl: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    escape: 'Esc',
    enter: 'Eingabe',
    home: 'Pos1',
    end: 'Ende',
  },

  emoji: 'Emoji',
  beginning: (person) => `Hier beginnt, was du und ${isolated(person)} geschrieben habt.`,
  nothingYet: (person) => `Sag ${isolated(person)} Hallo`,
  nothingYetHint: 'Deine Nachricht ist sofort da oder wartet, bis jemand wieder online ist.',
  earlierFailed: 'Frühere Nachrichten konnten nicht geladen werden.',
  online: 'online',
  lastSeen: (day, time) => `zuletzt da: ${day} um ${time}`,
  isTyping: (person) => `${isolated(person)} schreibt`,
  noteToSelfHint: 'Was du hier schreibst, liest nur du.',
  menu: 'Einstellungen dieser Unterhaltung',
  toLatest: 'Zur neuesten Nachricht',
  newMessages: (count) => plural('de', count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  hasWritten: (person, text) => `Von ${isolated(person)}: ${text}`,
  hasReacted: (person, emoji, text) => `${isolated(person)} reagiert mit ${emoji} auf: ${text}`,
  haveCome: (person, count) => `${number('de', count)} neue Nachrichten von ${isolated(person)}`,

  notSent: (why) => `Nicht gesendet. ${why}`,
  discard: 'Verwerfen',
  tooLong: (by) =>
    plural('de', by, { one: 'Ein Zeichen zu lang zum Senden.', other: '# Zeichen zu lang zum Senden.' }),
  charactersLeft: (left) => plural('de', left, { one: 'Noch ein Zeichen', other: 'Noch # Zeichen' }),

  tryAgainIn: (when) => `Versuche es ${when} noch einmal.`,
};
