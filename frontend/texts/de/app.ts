import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'Chat',
  titleOf: (page) => `${page} – Chat`,
  titleWithUnseen: (title, unseen) => `(${unseen}) ${title}`,

  opening: 'Wird geöffnet …',
  openingTakesLong: 'Das dauert länger als sonst. Die Seite wartet auf die Antwort des Servers.',
  notConnected: 'Keine Verbindung',
  keepsTrying: 'Die Seite versucht es weiter und macht von selbst weiter.',
  unreachable: 'Der Server ist nicht erreichbar. Hast du Netz?',
  serverTrouble: 'Auf dem Server ist etwas schiefgegangen. Versuch es noch einmal.',
  reload: 'Seite neu laden',
  tryAgain: 'Noch einmal versuchen',
  codeMissing: 'Ein Teil dieser Seite fehlt',
  codeMissingHint:
    'Er konnte nicht geladen werden. Vielleicht fehlt das Netz, oder es gibt seit eben eine neue Version.',
  codeMissingOnForm:
    'Ein Teil dieser Seite konnte nicht geladen werden. Hast du Netz? Dann lade die Seite neu.',

  loading: 'Wird geladen …',
  couldNotLoad: 'Das konnte nicht geladen werden.',
};
