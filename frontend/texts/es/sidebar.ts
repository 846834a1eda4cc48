import type { Texts } from '../en.ts';
import { plural } from '../plural.ts';

export const sidebar: Texts['sidebar'] = {
  you: 'Tú',

  conversations: 'Conversaciones',
  olderConversations: 'Conversaciones anteriores',
  unread: (count) => plural('es', count, { one: '# mensaje sin leer', other: '# mensajes sin leer' }),
  typing: 'escribiendo…',
  markedUnread: 'Marcada como no leída',
  pinned: 'Fijada',
  muted: 'Silenciada',
  archived: 'Archivadas',
  requests: 'Solicitudes de mensajes',
  backToAll: 'Volver a todas las conversaciones',
  noteToSelf: 'Nota para mí',
  sending: 'Aún sin enviar',
  previews: {
    mine: (text) => `Tú: ${text}`,
    failed: (text) => `Sin enviar: ${text}`,
  },
};
