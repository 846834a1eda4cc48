import { peppersIn } from '../../lib/passwords/peppers.ts';
import { newPepper } from '../local/secret.ts';
import type { Account } from './account.ts';
import { deleteParameter, hasParameter, readParameter, writeParameter } from './parameters.ts';
import type { Stage } from './stage.ts';

/** Whether there is one; asks for no right to read it. */
export function hasPepper(account: Account, { pepper }: Stage): Promise<boolean> {
  return hasParameter(account, pepper);
}

/** Makes the first one; does nothing to one that somebody else has made meanwhile, but throw. */
export async function makePepper(account: Account, stage: Stage): Promise<void> {
  await write(account, stage, newPepper(), false);
}

/**
 * Puts a new one in front, with which passwords are hashed from then on. The former ones stay, as there is no telling whose
 * password was hashed with them.
 * @returns whether there was one to begin with
 */
export async function rotatePepper(account: Account, stage: Stage): Promise<boolean> {
  const lines = (await readParameter(account, stage.pepper))?.Value;
  if (lines === undefined) return false;
  const [newest] = peppersIn(lines);
  await write(account, stage, [newPepper((newest?.version ?? 0) + 1), lines].join('\n'), true);
  return true;
}

export function deletePepper(account: Account, { pepper }: Stage): Promise<void> {
  return deleteParameter(account, pepper);
}

function write(account: Account, { pepper }: Stage, value: string, overwrite: boolean): Promise<void> {
  return writeParameter(account, { name: pepper, value, type: 'SecureString', overwrite });
}
