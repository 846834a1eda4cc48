import { randomBytes } from 'node:crypto';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import { secretsIn } from '../../lib/secrets/session-secrets.ts';
import type { Account } from './account.ts';
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
export async function hasSecret({ ssm }: Account, stage: Stage): Promise<boolean> {
  return (await unlessMissing(ssm.send(new GetParameterCommand({ Name: stage.secret })))) !== undefined;
}

export async function readSecrets({ ssm }: Account, stage: Stage): Promise<SessionSecrets | undefined> {
  const asking = ssm.send(new GetParameterCommand({ Name: stage.secret, WithDecryption: true }));
  const answer = await unlessMissing(asking);
  if (answer?.Parameter === undefined) return undefined;
  const { Value = '', LastModifiedDate } = answer.Parameter;
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

export async function deleteSecret({ ssm }: Account, stage: Stage): Promise<void> {
  await unlessMissing(ssm.send(new DeleteParameterCommand({ Name: stage.secret })));
}

async function write(
  { ssm }: Account,
  stage: Stage,
  lines: readonly string[],
  overwrite: boolean,
): Promise<void> {
  await ssm.send(
    new PutParameterCommand({
      Name: stage.secret,
      // Encrypted with the account's own key for the Parameter Store.
      Type: 'SecureString',
      Value: lines.join('\n'),
      Overwrite: overwrite,
    }),
  );
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

async function unlessMissing<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}
