import { randomBytes } from 'node:crypto';
import { secretsIn } from '../../lib/secrets/session-secrets.ts';
import type { Account } from './account.ts';
import { deleteParameter, hasParameter, readParameter, writeParameter } from './parameters.ts';
import type { Stage } from './stage.ts';

const SECRET_BYTES = 32;

/** Who has not logged in since that many rotations has had a long time for it. */
const FORMER_KEPT = 3;

export interface SessionSecrets {
  /** The first signs, and each of them verifies. */
  readonly lines: readonly string[];
  /** When they were last changed, in milliseconds. */
  readonly changedAt: number;
}

/** Whether there is a secret; asks for no right to read it. */
export function hasSecret(account: Account, stage: Stage): Promise<boolean> {
  return hasParameter(account, stage.secret);
}

export async function readSecrets(account: Account, stage: Stage): Promise<SessionSecrets | undefined> {
  const parameter = await readParameter(account, stage.secret);
  if (parameter === undefined) return undefined;
  const { Value = '', LastModifiedDate } = parameter;
  return { lines: secretsIn(Value), changedAt: Number(LastModifiedDate ?? 0) };
}

/** Makes the first one; does nothing to one that somebody else has made meanwhile, but throw. */
export async function makeSecret(account: Account, stage: Stage): Promise<void> {
  await write(account, stage, [newSecret()], false);
}

/** Puts a new one in front, which signs from then on; the former ones verify what they have signed. */
export async function rotateSecret(account: Account, stage: Stage, { lines }: SessionSecrets): Promise<void> {
  await write(account, stage, [newSecret(), ...lines.slice(0, FORMER_KEPT)], true);
}

/** Leaves just the one that signs. */
export async function forgetFormer(account: Account, stage: Stage, { lines }: SessionSecrets): Promise<void> {
  await write(account, stage, lines.slice(0, 1), true);
}

export function deleteSecret(account: Account, stage: Stage): Promise<void> {
  return deleteParameter(account, stage.secret);
}

function write(account: Account, stage: Stage, lines: readonly string[], overwrite: boolean): Promise<void> {
  const value = lines.join('\n');
  return writeParameter(account, { name: stage.secret, value, type: 'SecureString', overwrite });
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}
