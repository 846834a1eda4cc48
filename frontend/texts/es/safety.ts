import { MIN_PASSWORD_CHARACTERS } from '../../../lib/protocol/limits.ts';
import type { SafetyTexts } from '../en/safety.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

export const safety: SafetyTexts = {
  logIns: {
    heading: 'Dónde tienes la sesión abierta',
    unknownDevice: 'Dispositivo desconocido',
    here: 'Este dispositivo',
    shared: 'Ordenador compartido',
    since: (day) => `Sesión iniciada: ${day}`,
    lastUsed: (moment) => `Último uso: ${moment}`,
    end: 'Cerrar sesión',
    endOf: (device) => `Cerrar la sesión en ${isolated(device)}`,
    showAll: (count) => `Mostrar las ${number('es', count)}`,
    endOthers: 'Cerrar todas las demás',
    question: (device) => `¿Cerrar la sesión en ${isolated(device)}?`,
    questionOfOthers: '¿Cerrar la sesión en todos los demás dispositivos?',
    means: 'Se cierra al instante. Lo que guarda de tus conversaciones se borra en cuanto tenga conexión.',
    meansOfOthers:
      'Se cierran al instante. Lo que guardan de tus conversaciones se borra en cuanto tengan conexión.',
    cancel: 'Cancelar',
    ended: (device) => `La sesión en ${isolated(device)} está cerrada.`,
    endedOthers: 'Todas las demás sesiones están cerradas.',
    loading: 'Cargando…',
    failed: (problem) => `No se puede mostrar la lista. ${problem}`,
    notEnded: (problem) => `No se ha cerrado ninguna sesión. ${problem}`,
    again: 'Reintentar',
  },

  password: {
    heading: 'Cambiar la contraseña',
    current: 'Contraseña actual',
    next: 'Contraseña nueva',
    hint: `Al menos ${MIN_PASSWORD_CHARACTERS} caracteres. Varias palabras se recuerdan mejor que los símbolos.`,
    endOthers: 'Cerrar la sesión en los demás dispositivos',
    endOthersHint: 'Si alguien conoce la contraseña actual, se queda fuera.',
    change: 'Cambiar la contraseña',
    changed: 'Tu contraseña ha cambiado.',
    wrongCurrent: 'Esta no es tu contraseña actual.',
  },
};
