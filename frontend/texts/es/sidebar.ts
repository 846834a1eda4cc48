import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const sidebar: Texts['sidebar'] = {
  you: 'Tú',
  settings: 'Ajustes',
  shortcuts: 'Atajos de teclado',

  findPeople: 'Buscar personas',
  findPeopleAndMessages: 'Buscar personas y mensajes',
  found: (people) => plural('es', people, { one: '# persona encontrada', other: '# personas encontradas' }),
  peopleFound: 'Personas encontradas',
  nobodyFound: (query) => `Ningún nombre empieza por «${isolated(query)}».`,
  nobodyFoundHint: 'Puede que aún no esté aquí. Envíale esta dirección:',

  conversations: 'Conversaciones',
  noConversations: 'Aún no hay conversaciones',
  noConversationsHint: 'Elige a alguien de la lista de personas, o búscalo por su nombre, y salúdalo.',
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

  people: 'Personas',
  nobodyHere: 'Aún no hay nadie más aquí',
  nobodyHereHint: 'Envía esta dirección a alguien con quien quieras escribirte:',
  morePeople: 'Más personas',
  copyLink: 'Copiar la dirección',
  copied: 'Copiada.',

  chooseSomebody: '¿A quién quieres escribir?',
  chooseSomebodyHint: 'Elige una conversación o busca a alguien por su nombre.',
  findHint: 'busca personas desde cualquier lugar',

  keyNames: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Mayús',
    escape: 'Esc',
    enter: 'Intro',
    home: 'Inicio',
    end: 'Fin',
  },
};
