import type { ActionTexts } from '../en/message-actions.ts';
import { plural } from '../plural.ts';

export const actions: ActionTexts = {
  toolbar: 'Acciones de este mensaje',
  menu: 'Menú del mensaje',
  more: 'Más',
  items: {
    reply: 'Responder',
    react: 'Reaccionar…',
    copy: 'Copiar el texto',
    edit: 'Editar',
    forward: 'Reenviar…',
    star: 'Destacar',
    report: 'Denunciar…',
    delete: 'Eliminar…',
    discard: 'Descartar',
  },
  unstar: 'Dejar de destacar',
  copied: 'Copiado',
  notCopied: 'El navegador no permite copiarlo.',
  otherEmoji: 'Otros emojis',

  replying: 'Respuesta a',
  editing: 'Editar el mensaje',
  cancel: 'Cancelar',
  close: 'Cerrar',

  deleteTitle: '¿Eliminar este mensaje?',
  deleteHint:
    'Para todos: el texto desaparece de vuestros dispositivos. Solo para ti: la otra persona lo conserva.',
  deleteForMeHint: 'Desaparece de todos tus dispositivos. La otra persona lo conserva.',
  deleteForMe: 'Eliminar para mí',
  deleteForBoth: 'Eliminar para todos',

  formerTitle: 'Textos anteriores',

  forwardTitle: 'Reenviar a',
  findPeople: 'Buscar a alguien',
  forward: 'Reenviar',
  forwarded: (people) =>
    plural('es', people, { one: 'Reenviado a una persona', other: 'Reenviado a # personas' }),

  refused: {
    edit: (why) => `El mensaje no se cambió. ${why}`,
    deletion: (why) => `El mensaje no se eliminó. ${why}`,
    reaction: (why) => `La reacción no se guardó. ${why}`,
  },

  starredTitle: 'Mensajes destacados',
  starredPageTitle: 'Destacados – chat',
  back: 'Volver a las conversaciones',
  loading: 'Cargando…',
  nothingStarred: 'Aún no hay mensajes destacados. Destaca uno en su menú y lo encontrarás aquí.',
  starredFailed: 'No se pudieron cargar los mensajes destacados.',
  tryAgain: 'Reintentar',
  moreStarred: 'Más mensajes',
};
