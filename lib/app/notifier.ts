import type { Notifier } from '../chat/notification-ports.ts';
import { config } from '../config.ts';
import type { VapidKeys } from '../push/vapid.ts';
import { webPushNotifier } from '../push/web-push.ts';
import { kept } from '../secrets/kept.ts';
import { secretOf } from './parameters.ts';
import { pushServices } from './push-services.ts';
import { clock, log } from './system.ts';

/** The key never changes, since browsers' subscriptions are bound to it; a container seldom lives longer. */
const KEY_KEPT_MS = 24 * 60 * 60_000;

/** Undefined where there are no keys that push services would know us by. */
export const notifier: Notifier | undefined =
  config.vapidKeys &&
  pushServices &&
  webPushNotifier({ keys: keptKeys(config.vapidKeys), subject: site(), services: pushServices });

function keptKeys({ publicKey, privateKey }: VapidKeys): () => Promise<VapidKeys> {
  return kept({ clock, log }, KEY_KEPT_MS, async () => ({
    publicKey,
    privateKey: await secretOf(privateKey),
  }));
}

/** Whose site this is; push services take no address without TLS, which there is none of on one machine. */
function site(): string {
  return `${config.allowedOrigins[0]}`.replace(/^http:/, 'https:');
}
