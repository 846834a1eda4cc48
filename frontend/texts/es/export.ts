import type { ExportTexts } from '../en/export.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

export const exporting: ExportTexts = {
  heading: 'Exportar',
  hint: 'Todas tus conversaciones en un archivo, para leerlas o guardarlas.',
  exportAll: 'Exportar todas las conversaciones…',
  notLoaded: 'Esto no se puede cargar ahora. Inténtalo de nuevo cuando haya conexión.',

  exportOf: (person) => `Exportar la conversación con ${isolated(person)}`,
  exportOfNotes: 'Exportar tus notas personales',
  exportOfAll: 'Exportar todas las conversaciones',
  kind: 'Tipo de archivo',
  html: 'Para leer e imprimir',
  htmlHint: 'Un archivo HTML, que cualquier navegador muestra.',
  json: 'Para otros programas',
  jsonHint: 'Un archivo JSON.',
  staysHere:
    'El archivo se crea en este dispositivo y no se envía a ninguna parte. Quien lo tenga puede leerlo.',
  start: 'Exportar',
  cancel: 'Cancelar',

  fetching: (held, all) => `Descargando: ${number('es', held)} de ${number('es', all)} mensajes`,
  progress: 'Mensajes descargados',
  stop: 'Detener',
  writing: 'Escribiendo el archivo…',
  here: (held, all) =>
    `De los ${number('es', all)} mensajes que se conocen aquí, ${number('es', held)} están en este dispositivo.`,
  nothingHere: 'Nada de esto está en este dispositivo.',
  exportHere: 'Exportar lo que hay aquí',
  tryAgain: 'Intentarlo de nuevo',
  saved: (file) => `Guardado como ${isolated(file)}`,
  close: 'Cerrar',

  title: (person) => `Conversación con ${isolated(person)}`,
  titleOfNotes: 'Notas personales',
  titleOfAll: 'Todas las conversaciones',
  exported: (by, when, zone) =>
    `Exportado por ${isolated(by)}, ${isolated(when)}. Todas las horas son las de ${isolated(zone)}.`,
  partial: (held, all) =>
    `El archivo no lo contiene todo: de ${number('es', all)} mensajes, los ${number('es', held)} más recientes.`,
  nothing: 'No hay mensajes.',
  deleted: 'Este mensaje se eliminó',
  edited: 'editado',
  former: 'Textos anteriores',
  forwarded: 'reenviado',
  starred: 'destacado',
  reacted: (emoji, people) => `${emoji} de ${isolated(people)}`,
};
