import type { SearchTexts } from '../en/search.ts';
import { number, plural } from '../plural.ts';

export const search: SearchTexts = {
  messages: 'Nachrichten',
  found: (messages) =>
    plural('de', messages, { one: '# Nachricht gefunden', other: '# Nachrichten gefunden' }),
  nothingFound: 'Keine Nachricht enthält diese Wörter.',
  more: 'Weitere Nachrichten',
  mine: 'Du:',

  covered: (covered, all) =>
    `${number('de', covered)} von ${number('de', all)} Nachrichten sind auf diesem Gerät und wurden durchsucht.`,
  coveredOfMore: (covered, all) =>
    `${number('de', covered)} von mehr als ${number('de', all)} Nachrichten sind auf diesem Gerät und wurden durchsucht.`,
  fetchRest: 'Den Rest holen',
  fetching: (covered, all) => `Wird geholt: ${number('de', covered)} von ${number('de', all)} Nachrichten`,
  progress: 'Geholte Nachrichten',
  stop: 'Anhalten',
  fetchFailed: 'Der Server ist nicht zu erreichen. Was schon da ist, bleibt und wird durchsucht.',
  tryAgain: 'Noch einmal versuchen',
};
