import type { Texts } from '../en.ts';
import { plural } from '../plural.ts';

export const sidebar: Texts['sidebar'] = {
  you: 'Du',

  conversations: 'Unterhaltungen',
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
};
