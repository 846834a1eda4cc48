import { newPushKeys, publicKeyOf } from '../local/push-keys.ts';
import type { Account } from './account.ts';
import { deleteParameter, hasParameter, readParameter, writeParameter } from './parameters.ts';
import type { Stage } from './stage.ts';

/** Whether there are both; asks for no right to read the private one. */
export async function hasPushKeys(account: Account, { pushKeys }: Stage): Promise<boolean> {
  return (await hasParameter(account, pushKeys.private)) && (await hasParameter(account, pushKeys.public));
}

/**
 * Makes the pair, or its public half if just that is missing. There is no other pair afterwards: each device's
 * subscription is bound to the one that it was made with.
 */
export async function makePushKeys(account: Account, { pushKeys }: Stage): Promise<void> {
  const kept = (await readParameter(account, pushKeys.private))?.Value;
  const privateKey = kept ?? newPushKeys().privateKey;
  if (kept === undefined) {
    await writeParameter(account, {
      name: pushKeys.private,
      value: privateKey,
      type: 'SecureString',
      overwrite: false,
    });
  }
  await writeParameter(account, {
    name: pushKeys.public,
    value: publicKeyOf(privateKey),
    type: 'String',
    overwrite: true,
  });
}

export async function deletePushKeys(account: Account, { pushKeys }: Stage): Promise<void> {
  await deleteParameter(account, pushKeys.public);
  await deleteParameter(account, pushKeys.private);
}
