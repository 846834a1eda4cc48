import type { Random } from '../ports.ts';
import { CROCKFORD, inBase32 } from './base32.ts';

/** 120 bits: more than anybody can guess, and 24 characters of five. */
const RECOVERY_CODE_BYTES = 15;
const RECOVERY_CODE = /^[0-9A-HJKMNP-TV-Z]{24}$/;
const ONE_TIME_CODE = /^\d{6}$/;

/** A recovery code as it is kept: without what makes it legible. */
export function newRecoveryCode(random: Pick<Random, 'bytes'>): string {
  return inBase32(random.bytes(RECOVERY_CODE_BYTES), CROCKFORD);
}

/** As people read it: `7K3M-…`. */
export function legible(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** The recovery code that somebody has typed, whatever they take for a digit; undefined if it is none. */
export function recoveryCodeIn(typed: string): string | undefined {
  const code = bare(typed).toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return RECOVERY_CODE.test(code) ? code : undefined;
}

/** The one-time code that somebody has typed, also in the digits of Arabic and Persian; undefined if it is none. */
export function oneTimeCodeIn(typed: string): string | undefined {
  const code = bare(typed).replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return ONE_TIME_CODE.test(code) ? code : undefined;
}

/** Without spaces and dashes of any kind, and the marks that set a direction, which come along when a code is copied. */
function bare(typed: string): string {
  return typed.replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '');
}
