import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'Chat',
  titleOf: (page) => `${page} – Chat`,
  titleWithUnseen: (title, unseen) => `(${unseen}) ${title}`,

  opening: 'Abriendo…',
  openingTakesLong: 'Tarda más de lo normal. La página espera la respuesta del servidor.',
  notConnected: 'Sin conexión',
  keepsTrying: 'La página lo sigue intentando y continuará sola.',
  unreachable: 'No se puede contactar con el servidor. ¿Tienes conexión?',
  serverTrouble: 'Algo ha fallado en el servidor. Inténtalo de nuevo.',
  reload: 'Recargar la página',
  tryAgain: 'Reintentar',
  codeMissing: 'Falta una parte de esta página',
  codeMissingHint: 'No se pudo cargar. Puede que no haya red o que acabe de publicarse una versión nueva.',
  codeMissingOnForm: 'No se pudo cargar una parte de esta página. ¿Tienes red? Si es así, recarga la página.',

  loading: 'Cargando…',
  couldNotLoad: 'No se pudo cargar.',
};
