import type { Passwords } from '../chat/account-ports.ts';
import { config } from '../config.ts';
import { bcryptPasswords } from '../passwords/bcrypt.ts';
import { peppersIn } from '../passwords/peppers.ts';
import { kept } from '../secrets/kept.ts';
import { SECRETS_KEPT_MS } from '../secrets/session-secrets.ts';
import { secretOf } from './parameters.ts';
import { clock, log } from './system.ts';

const read = async () => peppersIn(await secretOf(config.passwordPepper));
const keptPeppers = kept({ clock, log }, SECRETS_KEPT_MS, read);

export const passwords: Passwords = bcryptPasswords({
  cost: config.passwordCost,
  // Another function may hash with a new one already.
  peppers: ({ anew } = { anew: false }) => (anew ? read() : keptPeppers()),
});
