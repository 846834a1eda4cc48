import { behindAPortal } from './behind-a-portal.ts';
import { endsLogIns } from './ends-log-ins.ts';
import { isInstalled } from './is-installed.ts';
import { isNotified } from './is-notified.ts';
import { onOneSystem } from './on-one-system.ts';
import { setsNotifications } from './sets-notifications.ts';
import { tellsOfNews } from './tells-of-news.ts';
import { usesCodes } from './uses-codes.ts';
import { usesPasskeys } from './uses-passkeys.ts';
import { worksOffline } from './works-offline.ts';

/** Without a network, without a page, on several devices, without a password: what holds while people come and go. */
onOneSystem(
  worksOffline,
  behindAPortal,
  tellsOfNews,
  isInstalled,
  isNotified,
  setsNotifications,
  endsLogIns,
  usesCodes,
  usesPasskeys,
);
