import type { PushServices } from '../chat/notification-ports.ts';
import { config } from '../config.ts';
import { BROWSERS_PUSH_SERVICES, pushServicesAt } from '../push/push-services.ts';

const known = pushServicesAt(config.pushServices ?? BROWSERS_PUSH_SERVICES);

/** Undefined where there are no keys that they would know us by: then nobody is notified. */
export const pushServices: PushServices | undefined = config.vapidKeys && known;

/** By which browsers know what comes from here. */
export const pushKey: string | undefined = config.vapidKeys?.publicKey;
