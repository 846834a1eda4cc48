import type { Texts } from '../en.ts';

export const problems: Texts['problems'] = {
  'invalid-json': 'Diese Seite und der Server verstehen sich nicht. Lade die Seite neu.',
  'invalid-request': 'Etwas darin ist nicht so, wie es sein sollte.',
  'unknown-action': 'Diese Seite und der Server verstehen sich nicht. Lade die Seite neu.',
  'not-signed-in': 'Melde dich zuerst an.',
  'wrong-credentials': 'Name oder Passwort ist falsch.',
  'foreign-origin': 'Der Server hält diese Seite für die einer anderen Website. Stimmt die Adresse?',
  'not-found': 'Hier ist nichts.',
  'unknown-person': 'Niemand hat diesen Namen.',
  'name-taken': 'Diesen Namen hat schon jemand; wähle einen anderen.',
  'unknown-after': 'Die Unterhaltung hat sich geändert. Lade die Seite neu.',
  behind: 'Seitdem wurde viel geschrieben.',
  'too-large': 'Das ist zu lang.',
  'unsupported-media-type': 'Diese Seite und der Server verstehen sich nicht. Lade die Seite neu.',
  'not-yours': 'Du kannst nur ändern, was du selbst geschrieben hast.',
  'message-deleted': 'Diese Nachricht wurde gelöscht.',
  'unknown-entry': 'Diese Nachricht gibt es nicht.',
  'too-many': 'Mehr davon sind nicht möglich.',
  busy: 'In dieser Unterhaltung ist gerade zu viel los. Versuch es noch einmal.',
  internal: 'Auf dem Server ist etwas schiefgegangen. Versuch es noch einmal.',
  'no-answer': 'Der Server ist nicht erreichbar. Hast du Netz?',
};
