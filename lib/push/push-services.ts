import type { PushServices } from '../chat/notification-ports.ts';

/** Those of Chrome, Firefox, Safari and Edge, and of what is made of them. */
export const BROWSERS_PUSH_SERVICES = [
  'https://fcm.googleapis.com',
  'https://*.push.services.mozilla.com',
  'https://*.push.apple.com',
  'https://*.notify.windows.com',
];

/**
 * The push services at these origins; `*` stands for whatever is before the rest of a host's name.
 *
 * The host is compared, not what it resolves to: these names belong to the browsers' makers.
 */
export function pushServicesAt(origins: readonly string[]): PushServices {
  return {
    has(endpoint) {
      if (!URL.canParse(endpoint)) return false;
      const { origin, username, password } = new URL(endpoint);
      if (username !== '' || password !== '') return false;
      return origins.some((known) => matches(origin, known));
    },
  };
}

function matches(origin: string, known: string): boolean {
  const [beginning = '', end] = known.split('*', 2);
  if (end === undefined) return origin === known;
  return origin.startsWith(beginning) && origin.endsWith(end) && origin.length > known.length - 1;
}
