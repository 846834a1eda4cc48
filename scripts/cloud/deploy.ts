import { parseArguments } from '../local/arguments.ts';
import { LocalProblem } from '../local/problem.ts';
import { type Account, withAccount } from './account.ts';
import { type Commit, exactCommit } from './commit.ts';
import { durableTables } from './durable-tables.ts';
import { importTables } from './import-tables.ts';
import { inState } from './in-state.ts';
import { hasPepper } from './pepper.ts';
import { hasPushKeys } from './push-keys.ts';
import { regionOf } from './region.ts';
import { hasSecret } from './session-secret.ts';
import { deleteLongUnused, invalidateChanged, type Site, uploadChanged } from './site.ts';
import { siteFiles } from './site-files.ts';
import { readStack, refuseUnlessUpdatable, resourcesOf, type Stack } from './stack.ts';
import { type Stage, stageOf } from './stage.ts';
import type { Tools } from './tools.ts';

const AGAIN = 'Mend that, then run the same command again.';

/** What a deploy finds in the account before it changes anything. */
interface Found {
  readonly commit: Commit;
  readonly stack: Stack | undefined;
  /** Durable tables that a former stack has left. */
  readonly leftTables: readonly string[];
}

/**
 * `npm run deploy`: brings a stage in the account to this commit, or makes it.
 * @throws LocalProblem that says what is now changed, what is not, and what to do
 */
export async function deploy(args: readonly string[], tools: Tools): Promise<void> {
  const given = parseArguments(
    args,
    { stage: { type: 'string' }, region: { type: 'string' } },
    '--stage <name>, --region <AWS region>. Put them behind a --, as in: npm run deploy -- --stage prod',
  );
  const stage = stageOf(given.stage, 'npm run deploy');
  const region = await regionOf(given.region, tools.env);
  await withAccount(region, async (account) => {
    const commit = await exactCommit(tools.project);
    const found = { commit, ...(await look(account, stage)) };
    sayPlan(account, stage, found, tools);
    await inState(`The build has failed; nothing was changed. ${AGAIN}`, tools.build);
    await takeInTables(account, stage, found, tools);
    await deployStack(account, stage, found.stack, tools);
    await publish(account, stage, found.stack, tools);
  });
}

function look(account: Account, stage: Stage): Promise<Omit<Found, 'commit'>> {
  return inState(`AWS has refused to show what is there; nothing was changed. ${AGAIN}`, async () => {
    const stack = await readStack(account, stage);
    if (stack) refuseUnlessUpdatable(stack, stage);
    if (!(await hasSecret(account, stage))) {
      throw new LocalProblem(
        `The stage ${stage.name} has no secret in ${account.region} that could sign sessions. Make it first: npm run secret -- --stage ${stage.name} --region ${account.region}`,
      );
    }
    if (!(await hasPepper(account, stage))) {
      throw new LocalProblem(
        `The stage ${stage.name} has no pepper in ${account.region} for its passwords. Make it, which leaves the secret as it is: npm run secret -- --stage ${stage.name} --region ${account.region}`,
      );
    }
    if (!(await hasPushKeys(account, stage))) {
      throw new LocalProblem(
        `The stage ${stage.name} has no keys in ${account.region} by which push services could know it. Make them, which leaves the secret as it is: npm run secret -- --stage ${stage.name} --region ${account.region}`,
      );
    }
    const inStack = stack ? await resourcesOf(account, stage) : [];
    const tables = (await durableTables(account, stage)).map(({ name }) => name);
    return { stack, leftTables: tables.filter((name) => !inStack.includes(name)) };
  });
}

function sayPlan(account: Account, stage: Stage, { commit, stack, leftTables }: Found, { say }: Tools): void {
  say(`Deploying
  account   ${account.id} as ${account.caller}
  region    ${account.region}
  stage     ${stage.name}
  stack     ${stage.stack}, which ${stack ? `is updated (now ${stack.status})` : 'is made'}
  commit    ${commit.hash} ${commit.subject}`);
  if (leftTables.length > 0) {
    say(`  tables    ${leftTables.join(', ')}: there from before, taken in with all that is in them`);
  }
}

async function takeInTables(account: Account, stage: Stage, found: Found, tools: Tools): Promise<void> {
  const { stack, leftTables } = found;
  if (leftTables.length === 0) return;
  const packaged = await tools.osls('package', stage, account);
  if (!packaged) throw new LocalProblem(`serverless.yml can't be packaged; nothing was changed. ${AGAIN}`);
  await inState(
    `The tables could not be taken into the stack; they are as they were, and so is all else. ${AGAIN}`,
    () =>
      tools.step('Taking in the tables', () =>
        importTables(account, stage, stack, leftTables, tools.packagedTemplate()),
      ),
  );
}

async function deployStack(
  account: Account,
  stage: Stage,
  before: Stack | undefined,
  { osls }: Tools,
): Promise<void> {
  if (await osls('deploy', stage, account)) return;
  const after = await inState(
    `Deploying the stack has failed, and AWS does not tell in what state it is now. ${AGAIN}`,
    () => readStack(account, stage),
  );
  throw new LocalProblem(afterFailure(stage, before, after));
}

/** In what state a deploy that failed has left the stage. */
function afterFailure(stage: Stage, before: Stack | undefined, after: Stack | undefined): string {
  if (!after) return `Deploying has failed before anything was made. ${AGAIN}`;
  if (before?.changedAt === after.changedAt) {
    return `Deploying has failed before anything was changed: functions and site are as they were. ${AGAIN}`;
  }
  refuseUnlessUpdatable(after, stage);
  const failed = `Deploying has failed, with the stack ${stage.stack} in the state ${after.status}`;
  if (after.status === 'UPDATE_COMPLETE') {
    return `${failed}: the functions are new, and ${siteBehind(before)}. ${AGAIN}`;
  }
  // A stack is made with nothing but a bucket for the bundles; all else comes with an update, or is put back.
  return before
    ? `${failed}: what it had changed is put back, functions and site are as they were. ${AGAIN}`
    : `${failed}: there is a bucket for the bundles, and nothing of the chat runs yet. ${AGAIN}`;
}

/** How the site is while the functions are new already. */
function siteBehind(before: Stack | undefined): string {
  return before?.outputs.SiteBucket
    ? 'the site still shows the former version'
    : 'the site shows nothing yet';
}

async function publish(
  account: Account,
  stage: Stage,
  before: Stack | undefined,
  tools: Tools,
): Promise<void> {
  const { step, say } = tools;
  const stateOfFunctions = `The functions are new, and ${siteBehind(before)}.`;
  const { site, address } = await inState(`${stateOfFunctions} ${AGAIN}`, () => siteOf(account, stage));
  const files = siteFiles(tools.pagesFolder);

  const uploaded = await inState(
    `An upload has failed. ${stateOfFunctions} Run the same command again; it goes on where this one ended.`,
    () => step('Uploading the pages', () => uploadChanged(account, site, files)),
  );
  await inState(
    "The functions and the site are new, but CloudFront may show the site's former version for a while. Run the same command again.",
    () => step('Renewing CloudFront', () => invalidateChanged(account, site)),
  );
  const deleted = await inState(
    'The functions and the site are new; just old files could not be deleted, and the next deploy tries that again.',
    () => step('Looking for old files', () => deleteLongUnused(account, site, files, tools.now())),
  );
  say(
    `\nOf ${files.length} files, ${uploaded} had changed${deleted > 0 ? `; ${deleted} old ones are deleted` : ''}.`,
  );
  say(`The stage ${stage.name} is at ${address}`);
}

async function siteOf(account: Account, stage: Stage): Promise<{ site: Site; address: string }> {
  const outputs = (await readStack(account, stage))?.outputs ?? {};
  const output = (name: string) => {
    const value = outputs[name];
    if (value) return value;
    throw new Error(`The stack ${stage.stack} has no output ${name}.`);
  };
  return {
    site: { bucket: output('SiteBucket'), distribution: output('DistributionId') },
    address: output('SiteAddress'),
  };
}
