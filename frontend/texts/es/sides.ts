import type { SidesTexts } from '../en/sides.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const sides: SidesTexts = {
  menu: 'Conversación',
  pin: 'Fijar',
  unpin: 'Dejar de fijar',
  mute: 'Silenciar…',
  unmute: 'Dejar de silenciar',
  muteHour: 'Durante una hora',
  muteHours: (hours) => plural('es', hours, { one: 'Durante # hora', other: 'Durante # horas' }),
  muteForEver: 'Para siempre',
  archive: 'Archivar',
  unarchive: 'Sacar del archivo',
  markUnread: 'Marcar como no leída',
  block: 'Bloquear',
  unblock: 'Desbloquear',
  export: 'Exportar…',
  report: 'Denunciar',
  cancel: 'Cancelar',
  blockQuestion: (person) => `¿Bloquear a ${isolated(person)}?`,
  blockMeans:
    'No se le avisa. Desde entonces no ves lo que escribe ni recibes avisos de ello, y no puede ver cuándo estás aquí. Puedes desbloquear en cualquier momento.',
  reportQuestion: (person) => `¿Denunciar a ${isolated(person)}?`,
  reportMeans: 'Quienes llevan este chat reciben sus mensajes más recientes para leerlos. No se le avisa.',
  blockToo: 'Bloquear también',
  isBlocked: (person) => `Has bloqueado a ${isolated(person)}.`,
  requestFrom: (person, name) => `${isolated(person)} (${name}) quiere escribirte.`,
  requestMeans: 'Hasta que aceptes no puede ver que has leído esto ni que estás aquí.',
  accept: 'Aceptar',

  privacy: 'Privacidad',
  receipts: 'Mostrar cuándo he leído los mensajes',
  receiptsHint: 'Si está desactivado, tampoco ves cuándo otros han leído los tuyos.',
  presence: 'Mostrar cuándo estoy aquí y cuándo estuve por última vez',
  presenceHint: 'Si está desactivado, tampoco lo ves de otros.',
  privacyFailed: 'No se ha podido cambiar.',
  blockedPeople: 'Personas bloqueadas',
  nobodyBlocked: 'No has bloqueado a nadie.',
  sound: 'Reproducir un sonido cuando llega un mensaje',
  refused: 'No se ha podido hacer.',
};
