import type { AroundTexts } from '../en/around.ts';
import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

export const around: AroundTexts = {
  skipToMessages: 'Ir a los mensajes',
  skipToConversations: 'Ir a las conversaciones',
  notFound: 'Aquí no hay nada',
  notFoundHint: 'Puede que la dirección esté mal escrita o que lo que había aquí ya no exista.',
  goToConversations: 'Ir a tus conversaciones',
  connection: {
    offline: 'Sin red. Lo que escribas se guarda y se envía más tarde.',
    connecting: 'Conectando…',
    reconnecting: 'Reconectando… Lo que escribas se guarda y se envía después.',
    unreachable:
      'No se puede llegar al servidor; se sigue intentando. Lo que escribas se guarda y se envía después.',
    fragile: 'Este navegador no guarda nada: no cierres la página antes de que se envíen tus mensajes.',
  },
  newVersion: {
    isThere: 'Hay una versión nueva.',
    take: 'Recargar',
    later: 'Más tarde',
  },

  settings: 'Ajustes',
  shortcuts: 'Atajos de teclado',
  starred: 'Mensajes destacados',
  findPeople: 'Buscar personas',
  findPeopleAndMessages: 'Buscar personas y mensajes',
  found: (people) => plural('es', people, { one: '# persona encontrada', other: '# personas encontradas' }),
  peopleFound: 'Personas encontradas',
  nobodyFound: (query) => `Ningún nombre empieza por «${isolated(query)}».`,
  nobodyFoundHint: 'Puede que aún no esté aquí. Envíale esta dirección:',
  noConversations: 'Aún no hay conversaciones',
  noConversationsHint: 'Elige a alguien de la lista de personas, o búscalo por su nombre, y salúdalo.',
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

  emoji: 'Emoji',
  beginning: (person) => `Aquí empieza lo que os habéis escrito ${isolated(person)} y tú.`,
  nothingYet: (person) => `Saluda a ${isolated(person)}`,
  nothingYetHint: 'Tu mensaje llega al instante o espera hasta que vuelva.',
  earlierFailed: 'No se pudieron cargar los mensajes anteriores.',
  online: 'en línea',
  lastSeen: (day, time) => `últ. vez ${day} a las ${time}`,
  isTyping: (person) => `${isolated(person)} está escribiendo`,
  noteToSelfHint: 'Solo tú puedes leer lo que escribes aquí.',
  menu: 'Ajustes de esta conversación',
  toLatest: 'Ir al último mensaje',
  newMessages: (count) => plural('es', count, { one: '# mensaje nuevo', other: '# mensajes nuevos' }),
  hasWritten: (person, text) => `De ${isolated(person)}: ${text}`,
  hasReacted: (person, emoji, text) => `${isolated(person)} ha reaccionado con ${emoji} a: ${text}`,
  haveCome: (person, count) => `${number('es', count)} mensajes nuevos de ${isolated(person)}`,

  notSent: (why) => `No enviado. ${why}`,
  discard: 'Descartar',
  tooLong: (by) =>
    plural('es', by, {
      one: 'Sobra un carácter para enviarlo.',
      other: 'Sobran # caracteres para enviarlo.',
    }),
  charactersLeft: (left) => plural('es', left, { one: 'Queda un carácter', other: 'Quedan # caracteres' }),

  tryAgainIn: (when) => `Inténtalo de nuevo ${when}.`,
};
