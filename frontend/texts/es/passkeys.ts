import type { PasskeyTexts } from '../en/passkeys.ts';
import { isolated } from '../isolated.ts';

export const passkeys: PasskeyTexts = {
  heading: 'Claves de acceso',
  what: 'Entra sin nombre ni contraseña: tu dispositivo te reconoce por tu dedo, tu cara o un PIN.',
  none: 'Todavía no tienes ninguna clave de acceso.',
  notHere: 'Este navegador no puede crear claves de acceso en esta dirección.',
  unknownDevice: 'Dispositivo desconocido',
  added: (day) => `Añadida ${day}`,
  lastUsed: (moment) => `Usada por última vez ${moment}`,
  neverUsed: 'Sin usar todavía',
  loading: 'Cargando tus claves de acceso …',
  failed: (problem) => `No se pueden mostrar tus claves de acceso. ${problem}`,
  again: 'Cargar de nuevo',

  add: 'Añadir una clave de acceso',
  adding: '¿Añadir una clave de acceso a tu cuenta?',
  addingMeans:
    'Tu navegador te pregunta dónde guardarla. Quien pueda desbloquear ese dispositivo podrá entrar como tú desde entonces.',
  next: 'Continuar',
  hasAdded: (device) =>
    `La clave de acceso de ${isolated(device)} está añadida. Ya puedes iniciar sesión con ella.`,
  notMade: 'No se ha creado ninguna clave de acceso.',
  isThere: 'En ese dispositivo ya hay una clave de acceso tuya.',

  remove: 'Quitar',
  removeOf: (device) => `Quitar la clave de acceso de ${isolated(device)}`,
  removing: (device) => `¿Quitar la clave de acceso de ${isolated(device)}?`,
  removingMeans:
    'Nadie podrá iniciar sesión con ella. Donde tienes la sesión iniciada, sigue así. Quizá tu dispositivo la siga ofreciendo hasta que la borres también allí.',
  hasRemoved: (device) => `La clave de acceso de ${isolated(device)} está quitada.`,

  password: 'Tu contraseña',
  wrongPassword: 'Esta no es la contraseña de tu cuenta.',
  cancel: 'Cancelar',
};
