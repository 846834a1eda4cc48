import type { SettingsTexts } from '../en/settings.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const settings: SettingsTexts = {
  title: 'Ajustes',
  pageTitle: 'Ajustes – Chat',
  back: 'Volver a las conversaciones',

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

  notifications: {
    heading: 'Notificaciones',
    off: 'En este dispositivo no recibes notificaciones.',
    on: 'En este dispositivo recibes una notificación cuando alguien te escribe con el chat cerrado.',
    turnOn: 'Activar las notificaciones',
    turnOff: 'Desactivar las notificaciones',
    hideContent: 'Ocultar qué se ha escrito y quién',
    hideContentHint: 'La notificación dice entonces solo que hay un mensaje nuevo.',
    newMessage: 'Mensaje nuevo',
    denied: 'A este navegador se le dijo que no mostrara notificaciones de este sitio.',
    howToAllow:
      'Para permitirlas, abre los ajustes del navegador para este sitio, casi siempre en el símbolo junto a la dirección; luego vuelve aquí.',
    unsupported: 'Este navegador no puede mostrar notificaciones.',
    needsInstallation:
      'Para recibir notificaciones aquí, añade primero el chat a la pantalla de inicio: abre el menú Compartir, elige «Añadir a pantalla de inicio» y abre el chat desde allí.',
    notOffered: 'Ahora mismo no se puede preguntar al servidor por las notificaciones, o no las tiene.',
    notOnSharedComputer: 'En un ordenador compartido no hay notificaciones: otros podrían leerlas.',
    browserRefused: 'El navegador no pudo activarlas. ¿Tienes red? Si es así, inténtalo más tarde.',
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
