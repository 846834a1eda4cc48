import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const settings: Texts['settings'] = {
  title: 'Ajustes',
  pageTitle: 'Ajustes – Chat',
  back: 'Volver a las conversaciones',
  loading: 'Cargando los ajustes…',

  appearance: {
    heading: 'Apariencia',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    changed: {
      system: 'El tema es ahora el del sistema.',
      light: 'El tema es ahora claro.',
      dark: 'El tema es ahora oscuro.',
    },
  },

  language: {
    heading: 'Idioma',
    asBrowser: 'Como el navegador',
    changed: (ownName) => `El idioma es ahora ${isolated(ownName)}.`,
    changedToBrowsers: 'El idioma es ahora el del navegador.',
    notThereYet: 'Ahora mismo no se puede cargar este idioma. Aparecerá en cuanto haya conexión.',
  },

  device: {
    heading: 'Este dispositivo',
    kept: 'Tus conversaciones se guardan en este dispositivo para que se abran al instante, incluso sin conexión.',
    size: (size) => `Ocupan unos ${isolated(size)}.`,
    nothingKept:
      'Este ordenador es compartido: no se guarda nada tuyo en él y, al cerrar el navegador, se cierra tu sesión.',
    delete: 'Eliminar los datos de este dispositivo',
    deleteHint: 'No se pierde nada: la página vuelve a cargarlo todo desde el servidor.',
    notDeleted: 'No se han podido eliminar. Cierra las demás pestañas de este chat e inténtalo de nuevo.',
  },

  account: {
    heading: 'Cuenta',
    displayName: 'Nombre visible',
    name: 'Nombre',
  },

  logOut: {
    button: 'Cerrar sesión',
    hint: 'Elimina los datos de este dispositivo. Tus conversaciones se quedan en el servidor.',
    question: (unsent) =>
      plural('es', unsent, {
        one: 'Uno de tus mensajes no se ha enviado. Si cierras la sesión, se descartará.',
        other: '# de tus mensajes no se han enviado. Si cierras la sesión, se descartarán.',
      }),
    stay: 'Quedarme',
    leave: 'Descartar y salir',
    failed: (problem) => `Tu sesión sigue abierta. ${problem}`,
  },
};
