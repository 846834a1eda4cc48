import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

export const conversation: Texts['conversation'] = {
  back: 'Volver a las conversaciones',
  messages: 'Mensajes',
  message: 'Mensaje',
  writeTo: (person) => `Escribe a ${isolated(person)}`,
  send: 'Enviar',
  emoji: 'Emoji',
  tooLong: (by) =>
    plural('es', by, {
      one: 'Sobra un carácter para enviarlo.',
      other: 'Sobran # caracteres para enviarlo.',
    }),
  charactersLeft: (left) => plural('es', left, { one: 'Queda un carácter', other: 'Quedan # caracteres' }),

  you: 'Tú',
  saidBy: (person) => `${isolated(person)}:`,
  sending: 'Enviando…',
  sent: 'Enviado',
  received: 'Recibido',
  read: 'Leído',
  starred: 'Destacado',
  edited: 'editado',
  formerTexts: 'Mostrar los textos anteriores',
  deleted: 'Este mensaje se eliminó',
  forwarded: 'Reenviado',
  toQuoted: 'Ir al mensaje al que responde',
  notHeld: 'Un mensaje anterior',
  reacted: (emoji, people) => `${emoji} de ${isolated(people)}`,
  notSent: (why) => `No enviado. ${why}`,
  tryAgain: 'Reintentar',
  discard: 'Descartar',

  loading: 'Cargando los mensajes…',
  beginning: (person) => `Aquí empieza lo que os habéis escrito ${isolated(person)} y tú.`,
  nothingYet: (person) => `Saluda a ${isolated(person)}`,
  nothingYetHint: 'Tu mensaje llega al instante o espera hasta que vuelva.',
  earlierFailed: 'No se pudieron cargar los mensajes anteriores.',

  online: 'en línea',
  typing: 'escribiendo…',
  lastSeen: (day, time) => `últ. vez ${day} a las ${time}`,
  isTyping: (person) => `${isolated(person)} está escribiendo`,
  noteToSelf: 'Nota para mí',
  noteToSelfHint: 'Solo tú puedes leer lo que escribes aquí.',
  menu: 'Ajustes de esta conversación',
  unreadMessages: 'Mensajes sin leer',
  toLatest: 'Ir al último mensaje',
  newMessages: (count) => plural('es', count, { one: '# mensaje nuevo', other: '# mensajes nuevos' }),
  hasWritten: (person, text) => `De ${isolated(person)}: ${text}`,
  haveCome: (person, count) => `${number('es', count)} mensajes nuevos de ${isolated(person)}`,
};
