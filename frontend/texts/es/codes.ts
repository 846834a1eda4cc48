import { MIN_PASSWORD_CHARACTERS, RECOVERY_CODES } from '../../../lib/protocol/limits.ts';
import type { CodesTexts } from '../en/codes.ts';
import { plural } from '../plural.ts';

export const codes: CodesTexts = {
  code: 'Código',
  codeHint: 'Seis cifras de tu aplicación, o uno de tus códigos de recuperación.',
  appCodeHint: 'Seis cifras de tu aplicación.',
  password: 'Tu contraseña',
  wrongPassword: 'Esta no es tu contraseña.',
  endOthers: 'Cerrar la sesión en los demás dispositivos',
  endOthersHint: 'Si alguien más ha entrado, queda fuera.',
  cancel: 'Cancelar',
  loading: 'Cargando…',
  failed: (problem) => `No se puede mostrar. ${problem}`,
  again: 'Volver a intentarlo',
  notLoaded: 'Esta parte no se ha podido cargar. Vuelve a intentarlo.',

  recover: {
    title: 'Elegir otra contraseña',
    intro:
      'Hace falta uno de tus códigos de recuperación. Después tendrás la sesión abierta aquí, y cerrada en todos los demás sitios.',
    recoveryCode: 'Código de recuperación',
    recoveryCodeHint:
      'Los creaste en los ajustes. Da igual con mayúsculas o sin ellas, con guiones o sin ellos.',
    next: 'Contraseña nueva',
    nextHint: `Al menos ${MIN_PASSWORD_CHARACTERS} caracteres.`,
    confirm: 'Elegir esta contraseña',
    none: 'Sin un código nadie puede dejarte entrar, tampoco quienes llevan este chat.',
  },

  factor: {
    heading: 'Segundo factor',
    off: 'Está desactivado: basta tu contraseña. Con él, para entrar hace falta también un código de una aplicación de tu teléfono.',
    on: (day) => `Activado: ${day}. Para entrar hace falta también un código de tu aplicación.`,
    turnOn: 'Activar…',
    turnOff: 'Desactivar…',
    needsCodes: 'Crea también códigos de recuperación, por si pierdes la aplicación.',
    turnedOn: 'El segundo factor está activado.',
    turnedOff: 'El segundo factor está desactivado.',
    titleOn: 'Activar el segundo factor',
    scan: 'Escanea esto con una aplicación de códigos de un solo uso, como la de tu teléfono o la de tu gestor de contraseñas.',
    picture: 'Código QR para la aplicación',
    openApp: 'Abrir en una aplicación de este dispositivo',
    byHand: 'O escribe este secreto en la aplicación:',
    confirmOn: 'Activar',
    titleOff: '¿Desactivar el segundo factor?',
    meansOff: 'Entonces bastará tu contraseña.',
    confirmOff: 'Desactivar',
  },

  recovery: {
    heading: 'Códigos de recuperación',
    none: 'No tienes ninguno. Si olvidas tu contraseña, nadie podrá dejarte entrar.',
    left: (count) => plural('es', count, { one: 'Queda un código.', other: 'Quedan # códigos.' }),
    made: (day) => `Creados: ${day}.`,
    make: 'Crear códigos de recuperación…',
    means: `${RECOVERY_CODES} códigos, cada uno vale una vez: en lugar de una contraseña olvidada o de tu segundo factor. Los anteriores dejarán de valer.`,
    confirm: 'Crear códigos',
    titleShown: 'Tus códigos de recuperación',
    shown: 'Se muestran solo esta vez. Imprímelos, o guárdalos donde guardas tus contraseñas.',
    copy: 'Copiar',
    copied: 'Copiado.',
    save: 'Guardar como archivo',
    done: 'Listo',
  },
};
