import type { OneTimeCodes } from '../chat/second-factor-ports.ts';
import { type Peppers, pepperOf } from './peppers.ts';
import { seal, sealedWith, unseal } from './sealed.ts';
import { stepWith } from './totp.ts';

const WHAT = 'second factor';

/** TOTP, of secrets that are sealed by the newest pepper, and opened by whichever has sealed them. */
export function totpCodes(peppers: Peppers): OneTimeCodes {
  return {
    async seal(person, secret) {
      return seal(await pepperOf(peppers), WHAT, person, secret);
    },

    async stepOf(person, sealed, code, now) {
      const pepper = await pepperOf(peppers, sealedWith(sealed));
      return stepWith(unseal(pepper, WHAT, person, sealed), code, now);
    },
  };
}
