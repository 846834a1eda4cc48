import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deploy } from '../../scripts/cloud/deploy.ts';
import { remove } from '../../scripts/cloud/remove.ts';
import { type Desk, SITE_BUCKET, sentenceOf, sitDown } from './desk.ts';
import { enter, leave } from './enter.ts';
import { type FakeAccount, SECRETS, startFakeAccount } from './fake-account.ts';

const PROD = ['--stage', 'prod', '--region', 'eu-central-1'];

let account: FakeAccount;
let desk: Desk;

beforeEach(async () => {
  account = await startFakeAccount();
  for (const name of SECRETS) account.parameters.set(`/chat/prod/${name}`, { value: 'secret', changedAt: 0 });
  enter(account);
  desk = sitDown(account);
  await deploy(PROD, desk.tools);
  for (const table of account.tables.values()) table.rows = 42;
  account.requests.length = 0;
  desk.said.length = 0;
});

afterEach(async () => {
  desk.clear();
  leave();
  await account.close();
});

const removeProd = (...more: string[]) => remove([...PROD, ...more], desk.tools);
const durable = () => [...account.tables.keys()].sort();

describe('removing a stage', () => {
  test('says what goes and what stays, and does it when the name is typed', async () => {
    desk.typed = 'prod';
    await removeProd();
    const [plan = ''] = desk.said;
    expect(plan).toMatch(/goes +the stack chat-prod/);
    expect(plan).toMatch(/stays +the table chat-prod-people \(about 42 rows\)/);
    expect(plan).toContain('the secret /chat/prod/session-secret');
    expect(plan).toContain('the pepper /chat/prod/password-pepper');
    expect(plan).toContain('the keys /chat/prod/vapid-private-key and /chat/prod/vapid-public-key');
    expect(account.stacks.size).toBe(0);
    expect(account.buckets.has(SITE_BUCKET)).toBe(false);
    expect(durable()).toEqual(['chat-prod-entries', 'chat-prod-people']);
    expect(account.parameters.size).toBe(SECRETS.length);
  });

  test('and deploying it again brings all that was written back', async () => {
    await removeProd('--yes');
    await deploy(PROD, desk.tools);
    expect(account.stacks.get('chat-prod')?.status).toBe('UPDATE_COMPLETE');
    expect(account.tables.get('chat-prod-entries')?.rows).toBe(42);
  });

  test('with --tables deletes the tables, protected as they are, the secret and the keys', async () => {
    desk.typed = 'prod';
    await removeProd('--tables');
    expect(desk.said[0]).toMatch(/stays +nothing/);
    expect(durable()).toEqual([]);
    expect(account.parameters.size).toBe(0);
  });

  test('with --tables also deletes what an earlier one has left', async () => {
    await removeProd('--yes');
    await removeProd('--yes', '--tables');
    expect(durable()).toEqual([]);
    expect(account.parameters.size).toBe(0);
  });
});

describe('nothing is removed, and a sentence says why,', () => {
  afterEach(() => {
    expect(durable()).toEqual(['chat-prod-connections', 'chat-prod-entries', 'chat-prod-people']);
    expect(account.requests.filter((name) => /osls|POST|Delete|Update/.test(name))).toEqual([]);
  });

  test.each(['', 'yes', 'Prod', 'production'])('when %j is typed for the name', async (typed) => {
    desk.typed = typed;
    expect(await sentenceOf(removeProd())).toBe("That is not the stage's name, so nothing was removed.");
  });

  test('without a terminal and without --yes', async () => {
    expect(await sentenceOf(removeProd())).toBe(
      'There is no terminal to ask at, so nothing was removed: if that is what you want, add --yes.',
    );
  });

  test('without a stage', async () => {
    expect(await sentenceOf(remove([], desk.tools))).toBe(
      'Say which stage is meant, as in: npm run remove -- --stage prod',
    );
  });

  test('when there is no such stack', async () => {
    account.stacks.clear();
    const sentence = await sentenceOf(removeProd('--yes'));
    expect(sentence).toContain('There is no stack chat-prod in eu-central-1 of the account 123456789012');
    expect(sentence).toContain('is deleted with --tables');
  });

  test('while the stack is being changed', async () => {
    changeStack({ status: 'UPDATE_IN_PROGRESS' });
    expect(await sentenceOf(removeProd('--yes'))).toContain('Wait until it is not');
  });

  test('when the stack is protected', async () => {
    changeStack({ isProtected: true });
    expect(await sentenceOf(removeProd('--yes'))).toContain('--no-enable-termination-protection');
  });
});

describe('a removal that fails halfway says what is gone and what is not:', () => {
  test("the site's bucket can't be emptied", async () => {
    account.refused.set(`s3 POST ${SITE_BUCKET}`, 'AccessDenied');
    expect(await sentenceOf(removeProd('--yes'))).toContain('all else is as it was');
    expect(account.stacks.get('chat-prod')?.status).toBe('UPDATE_COMPLETE');
  });

  test('osls fails', async () => {
    desk.oslsFails = 'after';
    expect(await sentenceOf(removeProd('--yes', '--tables'))).toBe(
      'The site is gone, and the stack chat-prod is left in the state DELETE_FAILED; tables and secret are as they were. Mend that, then run the same command again.',
    );
    expect(durable()).toContain('chat-prod-entries');
  });

  test("a table can't be deleted, and the same command, when it can, does the rest", async () => {
    account.refused.set('dynamodb DeleteTable', 'AccessDeniedException');
    expect(await sentenceOf(removeProd('--yes', '--tables'))).toContain(
      'The stack is gone, but not all of the tables',
    );
    account.refused.clear();
    await removeProd('--yes', '--tables');
    expect(durable()).toEqual([]);
  });
});

function changeStack(change: object): void {
  Object.assign(account.stacks.get('chat-prod') ?? {}, change);
}
