import { MAX_ABOUT_CHARACTERS, MAX_DISPLAY_NAME_CHARACTERS } from '../../../lib/protocol/limits.ts';
import type { ProfileTexts } from '../en/profile.ts';

export const profile: ProfileTexts = {
  heading: 'Perfil',
  hint: 'Esto es lo que ven los demás de ti.',
  displayName: 'Nombre visible',
  displayNameProblem: `Un nombre visible tiene de 1 a ${MAX_DISPLAY_NAME_CHARACTERS} caracteres que se vean.`,
  about: 'Sobre ti',
  aboutHint: `Una línea, hasta ${MAX_ABOUT_CHARACTERS} caracteres. Opcional.`,
  aboutProblem: `Es una línea de ${MAX_ABOUT_CHARACTERS} caracteres como máximo.`,
  save: 'Guardar',
  saved: 'Tu perfil se ha guardado.',
  choose: 'Elegir una foto',
  chooseAnother: 'Elegir otra foto',
  drop: 'O suelta una aquí.',
  remove: 'Quitar la foto',
  preview: 'Así te verán los demás.',
  use: 'Usar esta foto',
  cancel: 'Cancelar',
  changed: 'Tu foto se ha guardado.',
  removed: 'Tu foto se ha quitado.',
  pictureHint:
    'Se recorta en un cuadrado y se reduce en este dispositivo; dónde y cuándo se hizo no se envía.',
  noPicture: 'Esto no se puede leer como imagen. Usa un JPEG, PNG o WebP.',

  deletion: {
    delete: 'Eliminar mi cuenta…',
    title: '¿Eliminar tu cuenta?',
    rule: 'Se cierra tu sesión en todas partes al momento y nadie te encuentra ya. En 24 horas como máximo, normalmente al instante, se borra todo sobre ti, y lo que has escrito desaparece también para los demás. Lo que ellos te escribieron se queda con ellos. Nadie podrá volver a tener tu nombre, ni siquiera tú.',
    exportFirst: 'Guarda antes lo que tienes: después no será posible.',
    export: 'Exportarlo todo…',
    password: 'Tu contraseña',
    wrong: 'Esta no es tu contraseña.',
    sure: 'Eliminar para siempre',
    noReturn: 'Esto no se puede deshacer.',
  },
};
