import type { SearchTexts } from '../en/search.ts';
import { number, plural } from '../plural.ts';

export const search: SearchTexts = {
  messages: 'Mensajes',
  found: (messages) =>
    plural('es', messages, { one: '# mensaje encontrado', other: '# mensajes encontrados' }),
  nothingFound: 'Ningún mensaje contiene estas palabras.',
  more: 'Más mensajes',
  mine: 'Tú:',

  covered: (covered, all) =>
    `${number('es', covered)} de ${number('es', all)} mensajes están en este dispositivo y se han buscado.`,
  coveredOfMore: (covered, all) =>
    `${number('es', covered)} de más de ${number('es', all)} mensajes están en este dispositivo y se han buscado.`,
  fetchRest: 'Descargar el resto',
  fetching: (covered, all) => `Descargando: ${number('es', covered)} de ${number('es', all)} mensajes`,
  progress: 'Mensajes descargados',
  stop: 'Detener',
  fetchFailed: 'No se puede contactar con el servidor. Lo que ya ha llegado se conserva y se busca en ello.',
  tryAgain: 'Intentarlo de nuevo',
};
