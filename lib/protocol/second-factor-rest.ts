import * as v from 'valibot';
import { Password } from './names.ts';
import { SharedComputer } from './rest.ts';

/** Whether all other sessions end with it. */
const EndOthers = v.optional(v.boolean(), true);

/** Codes are as they were typed: a wrong one is a wrong one, whatever its form. */
export const MakeRecoveryCodesBody = v.strictObject({ password: v.string() });

export const TurnOnSecondFactorBody = v.strictObject({
  password: v.string(),
  code: v.string(),
  endOthers: EndOthers,
});

export const TurnOffSecondFactorBody = v.strictObject({ password: v.string(), endOthers: EndOthers });

/** The recovery code stands for the password that was forgotten; `code` is that of the second factor, if there is one. */
export const RecoverBody = v.strictObject({
  name: v.string(),
  recoveryCode: v.string(),
  password: Password,
  code: v.optional(v.string()),
  sharedComputer: SharedComputer,
});

export type MakeRecoveryCodesBody = v.InferOutput<typeof MakeRecoveryCodesBody>;
export type TurnOnSecondFactorBody = v.InferOutput<typeof TurnOnSecondFactorBody>;
export type TurnOffSecondFactorBody = v.InferOutput<typeof TurnOffSecondFactorBody>;
export type RecoverBody = v.InferOutput<typeof RecoverBody>;

/** By what I can show who I am beside my password; times in ms since 1970. Nothing of it lets anybody in. */
export interface Credentials {
  /** Present if it is on. */
  readonly secondFactor?: { readonly since: number };
  /** Present if there have ever been any. */
  readonly recoveryCodes?: { readonly left: number; readonly madeAt: number };
}

/** Shown this once. */
export interface RecoveryCodesAnswer {
  readonly codes: readonly string[];
}

/** What an app for one-time codes takes. */
export interface PreparedSecondFactor {
  /** In base32. */
  readonly secret: string;
}
