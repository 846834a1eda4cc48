import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';

export const conversation: Texts['conversation'] = {
  back: 'Volver a las conversaciones',
  messages: 'Mensajes',
  message: 'Mensaje',
  writeTo: (person) => `Escribe a ${isolated(person)}`,
  send: 'Enviar',

  you: 'Tú',
  saidBy: (person) => `${isolated(person)}:`,
  sending: 'Enviando…',
  sent: 'Enviado',
  received: 'Recibido',
  read: 'Leído',
  starred: 'Destacado',
  edited: 'editado',
  formerTexts: 'Mostrar los textos anteriores',
  goneAccount: 'Cuenta eliminada',
  deleted: 'Este mensaje se eliminó',
  forwarded: 'Reenviado',
  toQuoted: 'Ir al mensaje al que responde',
  notHeld: 'Un mensaje anterior',
  reacted: (emoji, people) => `${emoji} de ${isolated(people)}`,
  tryAgain: 'Reintentar',

  loading: 'Cargando los mensajes…',

  typing: 'escribiendo…',
  noteToSelf: 'Nota para mí',
  unreadMessages: 'Mensajes sin leer',
};
