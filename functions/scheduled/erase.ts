import { auditing } from '../../lib/app/audit.ts';
import { erasure } from '../../lib/app/erasure.ts';
import { push } from '../../lib/app/push.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { eraseAccounts } from '../../lib/chat/accounts/erase-account.ts';
import { scheduledRoute } from '../../lib/edge/scheduled.ts';

/** Its own timeout in serverless.yml is five minutes. */
const LONGEST_ROUND_MS = 4 * 60_000;

/** Every hour: a round of erasing the accounts that are being deleted */
export const handler = scheduledRoute('erase', (invocation) => {
  const ports = { ...store, ...invocation, ...auditing(invocation), erasure, push: { ...push, ...sockets } };
  return eraseAccounts({ ...ports, clock, random }, clock.now() + LONGEST_ROUND_MS);
});
