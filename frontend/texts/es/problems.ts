import type { Texts } from '../en.ts';

export const problems: Texts['problems'] = {
  'invalid-json': 'Esta página y el servidor no se entienden. Vuelve a cargar la página.',
  'invalid-request': 'Algo de lo enviado no es como debería.',
  'unknown-action': 'Esta página y el servidor no se entienden. Vuelve a cargar la página.',
  'not-signed-in': 'Primero inicia sesión.',
  'wrong-credentials': 'El nombre o la contraseña no son correctos.',
  'foreign-origin': 'El servidor cree que esta página es de otro sitio. ¿Es correcta la dirección?',
  'not-found': 'Aquí no hay nada.',
  'unknown-person': 'Nadie tiene este nombre.',
  'name-taken': 'Alguien ya tiene este nombre; elige otro.',
  'unknown-after': 'La conversación ha cambiado. Vuelve a cargar la página.',
  behind: 'Se ha escrito mucho desde entonces.',
  'too-large': 'Es demasiado largo.',
  'unsupported-media-type': 'Esta página y el servidor no se entienden. Vuelve a cargar la página.',
  'not-yours': 'Solo puedes cambiar lo que has escrito tú.',
  'message-deleted': 'Este mensaje se ha eliminado.',
  'unknown-entry': 'Este mensaje no existe.',
  'too-many': 'No puede haber más de estos.',
  busy: 'Hay demasiada actividad en esta conversación. Inténtalo de nuevo.',
  internal: 'Algo ha fallado en el servidor. Inténtalo de nuevo.',
  'no-answer': 'No se puede contactar con el servidor. ¿Tienes conexión?',
};
