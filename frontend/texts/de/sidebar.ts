import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const sidebar: Texts['sidebar'] = {
  you: 'Du',
  settings: 'Einstellungen',
  shortcuts: 'Tastenkürzel',

  findPeople: 'Personen finden',
  findPeopleAndMessages: 'Personen und Nachrichten finden',
  found: (people) => plural('de', people, { one: 'Eine Person gefunden', other: '# Personen gefunden' }),
  peopleFound: 'Gefundene Personen',
  nobodyFound: (query) => `Niemandes Name beginnt mit „${isolated(query)}“.`,
  nobodyFoundHint: 'Vielleicht ist die Person noch nicht hier. Schick ihr diese Adresse:',

  conversations: 'Unterhaltungen',
  noConversations: 'Noch keine Unterhaltungen',
  noConversationsHint: 'Wähl jemanden aus der Liste der Personen oder such nach dem Namen, und sag Hallo.',
  olderConversations: 'Ältere Unterhaltungen',
  unread: (count) =>
    plural('de', count, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  typing: 'schreibt…',
  markedUnread: 'Als ungelesen markiert',
  pinned: 'Angeheftet',
  muted: 'Stumm',
  archived: 'Archiviert',
  requests: 'Nachrichtenanfragen',
  backToAll: 'Zurück zu allen Unterhaltungen',
  noteToSelf: 'Notiz an mich',
  sending: 'Noch nicht gesendet',
  previews: {
    mine: (text) => `Du: ${text}`,
    failed: (text) => `Nicht gesendet: ${text}`,
  },

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
};
