import { SESSION_LIFETIME } from '../../lib/chat/accounts/sessions.ts';
import { SECRETS_KEPT_MS } from '../../lib/secrets/session-secrets.ts';
import { parseArguments } from '../local/arguments.ts';
import { LocalProblem } from '../local/problem.ts';
import { type Account, withAccount } from './account.ts';
import { inState } from './in-state.ts';
import { hasPepper, makePepper, rotatePepper } from './pepper.ts';
import { hasPushKeys, makePushKeys } from './push-keys.ts';
import { regionOf } from './region.ts';
import {
  forgetFormer,
  makeSecret,
  readSecrets,
  rotateSecret,
  type SessionSecrets,
} from './session-secret.ts';
import { type Stage, stageOf } from './stage.ts';
import type { Tools } from './tools.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * `npm run secret`: makes what signs a stage's sessions, what goes into its passwords' hashes, and the keys by which push
 * services know it, once; rotates the first two; forgets the former ones of the first. Never shows them.
 * @throws LocalProblem that says what to do
 */
export async function secret(args: readonly string[], tools: Tools): Promise<void> {
  const given = parseArguments(
    args,
    {
      stage: { type: 'string' },
      region: { type: 'string' },
      rotate: { type: 'boolean', default: false },
      'forget-old': { type: 'boolean', default: false },
      'rotate-pepper': { type: 'boolean', default: false },
    },
    '--stage <name>, --region <AWS region>, --rotate (a new one, which logs nobody out), --forget-old (which does), --rotate-pepper (a new one for passwords). Put them behind a --, as in: npm run secret -- --stage prod',
  );
  const stage = stageOf(given.stage, 'npm run secret');
  if ([given.rotate, given['forget-old'], given['rotate-pepper']].filter(Boolean).length > 1) {
    throw new LocalProblem('First --rotate, and --forget-old when that is in force: one at a time.');
  }
  const region = await regionOf(given.region, tools.env);
  await withAccount(region, (account) =>
    inState('The Parameter Store has refused it; what was there is as it was.', async () => {
      if (given['rotate-pepper']) return rotateOfPasswords(account, stage, tools);
      const secrets = await readSecrets(account, stage);
      if (given.rotate) await rotate(account, stage, secrets, tools);
      else if (given['forget-old']) await forgetOld(account, stage, secrets, tools);
      else await make(account, stage, secrets, tools);
    }),
  );
}

async function make(
  account: Account,
  stage: Stage,
  secrets: SessionSecrets | undefined,
  { say }: Tools,
): Promise<void> {
  const place = `in ${account.region} of the account ${account.id}`;
  if (secrets) {
    say(
      `There is one already: ${stage.secret} ${place}. For another one: npm run secret -- --stage ${stage.name} --rotate`,
    );
  } else {
    await makeSecret(account, stage);
    say(`Made: ${stage.secret} ${place}.`);
  }
  if (!(await hasPepper(account, stage))) {
    await makePepper(account, stage);
    say(
      `Made: ${stage.pepper} ${place}. It goes into every password's hash: without it nobody can log in, so it is not to be lost.`,
    );
  }
  if (await hasPushKeys(account, stage)) return;
  await makePushKeys(account, stage);
  say(
    `Made: ${stage.pushKeys.private} and ${stage.pushKeys.public} ${place}. Devices that are notified are bound to them: they stay the same, also when the secret is rotated.`,
  );
}

async function rotateOfPasswords(account: Account, stage: Stage, { say, now }: Tools): Promise<void> {
  if (!(await rotatePepper(account, stage))) {
    throw new LocalProblem(`There is no pepper yet. Make it: npm run secret -- --stage ${stage.name}`);
  }
  say(`There is a new pepper. Every function hashes with it by ${clockTime(now().getTime() + SECRETS_KEPT_MS)}, and each password is hashed anew when its person next logs in.
The former ones stay for all who have not.`);
}

async function rotate(
  account: Account,
  stage: Stage,
  secrets: SessionSecrets | undefined,
  { say, now }: Tools,
): Promise<void> {
  await rotateSecret(account, stage, existing(secrets, stage));
  say(`There is a new secret. Every function signs with it by ${clockTime(now().getTime() + SECRETS_KEPT_MS)}, and nobody is logged out.
To have the former ones no longer taken: npm run secret -- --stage ${stage.name} --forget-old
That logs out all who have not logged in since; after ${SESSION_LIFETIME.absoluteMs / DAY_MS} days, when every session has ended, that is nobody.`);
}

async function forgetOld(
  account: Account,
  stage: Stage,
  given: SessionSecrets | undefined,
  { say, now }: Tools,
): Promise<void> {
  const secrets = existing(given, stage);
  const former = secrets.lines.length - 1;
  if (former === 0) {
    say('There is just one secret, the one that signs.');
    return;
  }
  const inForceAt = secrets.changedAt + SECRETS_KEPT_MS;
  if (now().getTime() < inForceAt) {
    throw new LocalProblem(
      `Some functions still sign with the former secret: run the same command again after ${clockTime(inForceAt)}.`,
    );
  }
  await forgetFormer(account, stage, secrets);
  say(
    `Of ${former + 1} secrets, the newest is left. By ${clockTime(now().getTime() + SECRETS_KEPT_MS)}, who has not logged in since it was made is logged out.`,
  );
}

function existing(secrets: SessionSecrets | undefined, stage: Stage): SessionSecrets {
  if (secrets) return secrets;
  throw new LocalProblem(`There is no secret yet. Make it: npm run secret -- --stage ${stage.name}`);
}

/** The minute after a time, as the clock on the wall shows it. */
function clockTime(ms: number): string {
  const minute = new Date(Math.ceil(ms / MINUTE_MS) * MINUTE_MS);
  return minute.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
