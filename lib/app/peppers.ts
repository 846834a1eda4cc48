import { config } from '../config.ts';
import { type Peppers, peppersIn } from '../passwords/peppers.ts';
import { kept } from '../secrets/kept.ts';
import { SECRETS_KEPT_MS } from '../secrets/session-secrets.ts';
import { secretOf } from './parameters.ts';
import { clock, log } from './system.ts';

const read = async () => peppersIn(await secretOf(config.passwordPepper));
const keptPeppers = kept({ clock, log }, SECRETS_KEPT_MS, read);

// Another function may use a new one already.
export const peppers: Peppers = ({ anew } = { anew: false }) => (anew ? read() : keptPeppers());
