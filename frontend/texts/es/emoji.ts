import type { EmojiTexts } from '../en/emoji.ts';
import { plural } from '../plural.ts';

export const emoji: EmojiTexts = {
  title: 'Elegir un emoji',
  find: 'Buscar un emoji',
  found: (count) => plural('es', count, { one: '# emoji encontrado', other: '# emojis encontrados' }),
  nothingFound: 'No hay ningún emoji así.',
  close: 'Cerrar',
  kinds: 'Tipos de emoji',
  recent: 'Usados hace poco',
  groups: {
    0: 'Caras y emociones',
    1: 'Personas y cuerpo',
    3: 'Animales y naturaleza',
    4: 'Comida y bebida',
    5: 'Viajes y lugares',
    6: 'Actividades',
    7: 'Objetos',
    8: 'Símbolos',
    9: 'Banderas',
  },
  skinTone: 'Tono de piel',
  skinTones: {
    0: 'Sin tono de piel',
    1: 'Claro',
    2: 'Medio claro',
    3: 'Medio',
    4: 'Medio oscuro',
    5: 'Oscuro',
  },
  offered: 'Emojis posibles',
};
