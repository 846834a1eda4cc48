import { parseArguments } from '../local/arguments.ts';
import { LocalProblem } from '../local/problem.ts';
import { type Account, withAccount } from './account.ts';
import { emptyBucket } from './bucket.ts';
import { type DurableTable, deleteDurableTable, durableTables } from './durable-tables.ts';
import { inState } from './in-state.ts';
import { deletePepper, hasPepper } from './pepper.ts';
import { deletePushKeys, hasPushKeys } from './push-keys.ts';
import { regionOf } from './region.ts';
import { deleteSecret, hasSecret } from './session-secret.ts';
import { readStack, refuseWhileBusy, type Stack } from './stack.ts';
import { type Stage, stageOf } from './stage.ts';
import type { Tools } from './tools.ts';

const AGAIN = 'Mend that, then run the same command again.';

/** What there is of a stage. */
interface Found {
  readonly stack: Stack | undefined;
  readonly tables: readonly DurableTable[];
  /** What was made for it by `npm run secret`, in words. */
  readonly secrets: readonly string[];
}

/**
 * `npm run remove`: takes a stage down. What people wrote and the secret stay, unless `--tables` tells otherwise.
 * @throws LocalProblem that says what is now removed, what is not, and what to do
 */
export async function remove(args: readonly string[], tools: Tools): Promise<void> {
  const given = parseArguments(
    args,
    {
      stage: { type: 'string' },
      region: { type: 'string' },
      tables: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
    '--stage <name>, --region <AWS region>, --tables (deletes the messages, too), --yes (asks nothing). Put them behind a --, as in: npm run remove -- --stage prod',
  );
  const stage = stageOf(given.stage, 'npm run remove');
  const region = await regionOf(given.region, tools.env);
  await withAccount(region, async (account) => {
    const found = await look(account, stage);
    refuseIfNothing(account, stage, found, given.tables);
    sayPlan(account, stage, found, given.tables, tools);
    if (!given.yes) await confirm(stage, tools);
    if (found.stack) await removeStack(account, stage, found.stack, tools);
    if (given.tables) await removeData(account, stage, found, tools);
    else sayWhatStays(stage, found, tools);
  });
}

function look(account: Account, stage: Stage): Promise<Found> {
  return inState(`AWS has refused to show what is there; nothing was changed. ${AGAIN}`, async () => {
    const stack = await readStack(account, stage);
    if (stack) refuseWhileBusy(stack, stage);
    if (stack?.isProtected) {
      throw new LocalProblem(
        `The stack ${stage.stack} is protected from deletion; nothing was changed. Take that off first: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stage.stack} --region ${account.region}`,
      );
    }
    return {
      stack,
      tables: await durableTables(account, stage),
      secrets: await secretsOf(account, stage),
    };
  });
}

async function secretsOf(account: Account, stage: Stage): Promise<string[]> {
  const secrets: string[] = [];
  if (await hasSecret(account, stage)) secrets.push(`the secret ${stage.secret}`);
  if (await hasPepper(account, stage)) secrets.push(`the pepper ${stage.pepper}`);
  if (await hasPushKeys(account, stage))
    secrets.push(`the keys ${stage.pushKeys.private} and ${stage.pushKeys.public}`);
  return secrets;
}

function refuseIfNothing(account: Account, stage: Stage, found: Found, withTables: boolean): void {
  const hasData = found.tables.length > 0 || found.secrets.length > 0;
  if (found.stack || (withTables && hasData)) return;
  const left = hasData
    ? ` What an earlier one has left (${dataOf(found).join(', ')}), is deleted with --tables.`
    : '';
  throw new LocalProblem(
    `There is no stack ${stage.stack} in ${account.region} of the account ${account.id}, so nothing was removed.${left}`,
  );
}

function sayPlan(account: Account, stage: Stage, found: Found, withTables: boolean, { say }: Tools): void {
  const data = dataOf(found);
  const going = found.stack
    ? [`the stack ${stage.stack}: functions, interfaces, live connections, dashboard and alarms, the site`]
    : [];
  const gone = withTables ? [...going, ...data] : going;
  const stays = withTables ? [] : data;
  say(`Removing
  account   ${account.id} as ${account.caller}
  region    ${account.region}
  stage     ${stage.name}
${list('goes', gone)}
${list('stays', stays)}`);
}

async function confirm(stage: Stage, { ask }: Tools): Promise<void> {
  if (!ask) {
    throw new LocalProblem(
      'There is no terminal to ask at, so nothing was removed: if that is what you want, add --yes.',
    );
  }
  const answer = await ask(`To go on, type the stage's name (${stage.name}): `);
  if (answer.trim() !== stage.name) {
    throw new LocalProblem("That is not the stage's name, so nothing was removed.");
  }
}

async function removeStack(
  account: Account,
  stage: Stage,
  stack: Stack,
  { osls, step }: Tools,
): Promise<void> {
  const bucket = stack.outputs.SiteBucket;
  if (bucket) {
    await inState(
      `The site's bucket could not be emptied, so the site may be incomplete; all else is as it was. ${AGAIN}`,
      () => step("Emptying the site's bucket", () => emptyBucket(account, bucket)),
    );
  }
  if (await osls('remove', stage, account)) return;
  const after = await inState(
    `Removing the stack has failed, and AWS does not tell in what state it is now. ${AGAIN}`,
    () => readStack(account, stage),
  );
  if (!after) return;
  throw new LocalProblem(
    `The site is gone, and the stack ${stage.stack} is left in the state ${after.status}; tables and secret are as they were. ${AGAIN}`,
  );
}

async function removeData(account: Account, stage: Stage, found: Found, { step, say }: Tools): Promise<void> {
  await inState(`The stack is gone, but not all of the tables or the secret. ${AGAIN}`, async () => {
    for (const { name } of found.tables) {
      await step(`Deleting ${name}`, () => deleteDurableTable(account, name));
    }
    await deleteSecret(account, stage);
    await deletePepper(account, stage);
    await deletePushKeys(account, stage);
  });
  say(`\nNothing is left of the stage ${stage.name}.`);
}

function sayWhatStays(stage: Stage, found: Found, { say }: Tools): void {
  say(`\nThe stage ${stage.name} is removed.`);
  if (dataOf(found).length === 0) return;
  say(`What stays is taken in by the next: npm run deploy -- --stage ${stage.name}
or deleted for good by:              npm run remove -- --stage ${stage.name} --tables`);
}

/** What outlives a stack. */
function dataOf({ tables, secrets }: Found): string[] {
  return [...tables.map(({ name, rows }) => `the table ${name} (about ${rows} rows)`), ...secrets];
}

function list(title: string, things: readonly string[]): string {
  const [first = 'nothing', ...others] = things;
  return [`  ${title.padEnd(10)}${first}`, ...others.map((thing) => `${' '.repeat(12)}${thing}`)].join('\n');
}
