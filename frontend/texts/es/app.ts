import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'Chat',
  titleOf: (page) => `${page} – Chat`,
  titleWithUnseen: (title, unseen) => `(${unseen}) ${title}`,

  skipToMessages: 'Ir a los mensajes',
  skipToConversations: 'Ir a las conversaciones',

  opening: 'Abriendo…',
  openingTakesLong: 'Tarda más de lo normal. La página espera la respuesta del servidor.',
  notConnected: 'Sin conexión',
  keepsTrying: 'La página lo sigue intentando y continuará sola.',
  reload: 'Recargar la página',
  tryAgain: 'Reintentar',
  codeMissing: 'Falta una parte de esta página',
  codeMissingHint: 'No se pudo cargar. Puede que no haya red o que acabe de publicarse una versión nueva.',
  codeMissingOnForm: 'No se pudo cargar una parte de esta página. ¿Tienes red? Si es así, recarga la página.',

  notFound: 'Aquí no hay nada',
  notFoundHint: 'Puede que la dirección esté mal escrita o que lo que había aquí ya no exista.',
  goToConversations: 'Ir a tus conversaciones',

  loading: 'Cargando…',
  couldNotLoad: 'No se pudo cargar.',

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
  },
};
