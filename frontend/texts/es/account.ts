import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_NAME_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '../../../lib/protocol/limits.ts';
import type { AccountTexts } from '../en/account.ts';

export const account: AccountTexts = {
  notices: {
    'session-over': 'Se ha cerrado tu sesión. Inicia sesión para continuar.',
  },
  welcome: 'Díselo a una persona.',
  promise: 'Mensajes privados entre dos personas. Llegan al instante y ninguno se pierde.',

  logIn: 'Iniciar sesión',
  logInWithPasskey: 'Entrar con una clave de acceso',
  noPasskey: 'No se ha usado ninguna clave de acceso.',
  newHere: '¿Es tu primera vez?',
  createInstead: 'Crea una cuenta',
  forgotten: '¿Has olvidado tu contraseña?',
  createAccount: 'Crear una cuenta',
  create: 'Crear cuenta',
  haveAccount: '¿Ya tienes una cuenta?',
  logInInstead: 'Inicia sesión',
  oneMoment: 'Un momento…',

  name: 'Nombre de usuario',
  nameHint: `De ${MIN_NAME_CHARACTERS} a ${MAX_NAME_CHARACTERS} caracteres entre a–z, 0–9, _ y -. No se puede cambiar.`,
  displayName: 'Nombre visible',
  displayNameHint: `Lo que ven los demás, hasta ${MAX_DISPLAY_NAME_CHARACTERS} caracteres. Opcional.`,
  password: 'Contraseña',
  passwordHint: `Al menos ${MIN_PASSWORD_CHARACTERS} caracteres.`,
  showPassword: 'Mostrar',
  hidePassword: 'Ocultar',
  sharedComputer: 'Este ordenador es compartido',
  sharedComputerHint: 'No se guarda nada en él, y tu sesión termina al cerrar el navegador.',

  fieldProblems: {
    name: `Un nombre de usuario tiene de ${MIN_NAME_CHARACTERS} a ${MAX_NAME_CHARACTERS} caracteres entre a–z, 0–9, _ y -.`,
    displayName: `Un nombre visible tiene de 1 a ${MAX_DISPLAY_NAME_CHARACTERS} caracteres que se vean.`,
    password: `Una contraseña tiene de ${MIN_PASSWORD_CHARACTERS} a ${MAX_PASSWORD_CHARACTERS} caracteres.`,
  },

  tryAgainIn: (when) => `Inténtalo de nuevo ${when}.`,
};
