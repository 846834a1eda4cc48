import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'Chat',
  titleOf: (page) => `${page} – Chat`,
  titleWithUnseen: (title, unseen) => `(${unseen}) ${title}`,

  skipToMessages: 'Zu den Nachrichten springen',
  skipToConversations: 'Zu den Unterhaltungen springen',

  opening: 'Wird geöffnet …',
  openingTakesLong: 'Das dauert länger als sonst. Die Seite wartet auf die Antwort des Servers.',
  notConnected: 'Keine Verbindung',
  keepsTrying: 'Die Seite versucht es weiter und macht von selbst weiter.',
  reload: 'Seite neu laden',
  tryAgain: 'Noch einmal versuchen',
  codeMissing: 'Ein Teil dieser Seite fehlt',
  codeMissingHint:
    'Er konnte nicht geladen werden. Vielleicht fehlt das Netz, oder es gibt seit eben eine neue Version.',
  codeMissingOnForm:
    'Ein Teil dieser Seite konnte nicht geladen werden. Hast du Netz? Dann lade die Seite neu.',

  notFound: 'Hier ist nichts',
  notFoundHint: 'Vielleicht ist die Adresse vertippt, oder was hier war, gibt es nicht mehr.',
  goToConversations: 'Zu deinen Unterhaltungen',

  loading: 'Wird geladen …',
  couldNotLoad: 'Das konnte nicht geladen werden.',

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
  },
};
