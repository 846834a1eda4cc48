import { createECDH } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { secret } from '../../scripts/cloud/secret.ts';
import { type Desk, sentenceOf, sitDown } from './desk.ts';
import { enter, leave } from './enter.ts';
import { type FakeAccount, startFakeAccount } from './fake-account.ts';

const NAME = '/chat/prod/session-secret';
const PEPPER = '/chat/prod/password-pepper';
const PRIVATE_KEY = '/chat/prod/vapid-private-key';
const PUBLIC_KEY = '/chat/prod/vapid-public-key';
const MINUTE_MS = 60_000;

let account: FakeAccount;
let desk: Desk;

beforeEach(async () => {
  account = await startFakeAccount();
  enter(account);
  desk = sitDown(account);
  account.now = desk.now.getTime();
});

afterEach(async () => {
  // Whatever was done, no secret was ever shown.
  for (const line of [...lines(), ...peppers(), privateKey()])
    expect(desk.said.join('\n')).not.toContain(line);
  desk.clear();
  leave();
  await account.close();
});

const secretOfProd = (...more: string[]) =>
  secret(['--stage', 'prod', '--region', 'eu-central-1', ...more], desk.tools);
const privateKey = () => account.parameters.get(PRIVATE_KEY)?.value ?? 'none';
const peppers = () => account.parameters.get(PEPPER)?.value.split('\n') ?? [];
const lines = () => account.parameters.get(NAME)?.value.split('\n') ?? [];

function letPass(minutes: number): void {
  desk.now = new Date(desk.now.getTime() + minutes * MINUTE_MS);
  account.now = desk.now.getTime();
}

describe('npm run secret', () => {
  test('makes one of 32 random bytes', async () => {
    await secretOfProd();
    expect(lines()).toEqual([expect.stringMatching(/^[A-Za-z0-9_-]{43}$/)]);
    expect(desk.said[0]).toBe(`Made: ${NAME} in eu-central-1 of the account 123456789012.`);
  });

  test('leaves the one that is there, and says so', async () => {
    await secretOfProd();
    const before = lines();
    await secretOfProd();
    expect(lines()).toEqual(before);
    expect(desk.said.at(-1)).toContain('There is one already');
  });

  test('makes another one for another stage', async () => {
    await secretOfProd();
    await secret(['--stage', 'dev', '--region', 'eu-central-1'], desk.tools);
    expect(account.parameters.get('/chat/dev/session-secret')?.value).not.toBe(lines()[0]);
  });
});

describe('the keys by which push services know a stage', () => {
  /** Whether the public one is that of the private one. */
  function expectPair() {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(privateKey(), 'base64url');
    expect(account.parameters.get(PUBLIC_KEY)?.value).toBe(pair.getPublicKey('base64url'));
  }

  test('are made with the secret, the private one encrypted', async () => {
    await secretOfProd();
    expectPair();
    expect(account.parameters.get(PRIVATE_KEY)?.type).toBe('SecureString');
    expect(account.parameters.get(PUBLIC_KEY)?.type).toBe('String');
    expect(desk.said.at(-1)).toContain(`Made: ${PRIVATE_KEY} and ${PUBLIC_KEY}`);
  });

  test('are made for a stage that has a secret from before, which stays', async () => {
    account.parameters.set(NAME, { value: 'from before', changedAt: 0 });
    await secretOfProd();
    expectPair();
    expect(lines()).toEqual(['from before']);
  });

  test.each([[], ['--rotate']])('stay the same, also by %s', async (...more) => {
    await secretOfProd();
    const before = privateKey();
    await secretOfProd(...more);
    expect(privateKey()).toBe(before);
    expectPair();
  });

  test('are completed when making them has ended halfway', async () => {
    await secretOfProd();
    const before = privateKey();
    account.parameters.delete(PUBLIC_KEY);
    await secretOfProd();
    expect(privateKey()).toBe(before);
    expectPair();
  });
});

describe("what goes into passwords' hashes", () => {
  test('is made with the secret, encrypted', async () => {
    await secretOfProd();
    expect(peppers()).toEqual([expect.stringMatching(/^1:[A-Za-z0-9_-]{43}$/)]);
    expect(account.parameters.get(PEPPER)?.type).toBe('SecureString');
    expect(desk.said.join('\n')).toContain(`Made: ${PEPPER}`);
  });

  test('is made for a stage that has a secret from before, which stays', async () => {
    account.parameters.set(NAME, { value: 'from before', changedAt: 0 });
    await secretOfProd();
    expect(peppers()).toHaveLength(1);
    expect(lines()).toEqual(['from before']);
  });

  test.each([[], ['--rotate']])('stays the same, also by %s', async (...more) => {
    await secretOfProd();
    const before = peppers();
    await secretOfProd(...more);
    expect(peppers()).toEqual(before);
  });

  test('gets a newer version in front by --rotate-pepper, and all former ones stay', async () => {
    await secretOfProd();
    const [first] = peppers();
    const secrets = lines();
    await secretOfProd('--rotate-pepper');
    await secretOfProd('--rotate-pepper');
    expect(peppers()).toEqual([expect.stringMatching(/^3:/), expect.stringMatching(/^2:/), first]);
    expect(lines()).toEqual(secrets);
  });

  test('cannot be rotated where there is none', async () => {
    expect(await sentenceOf(secretOfProd('--rotate-pepper'))).toContain('There is no pepper yet');
  });
});

describe('npm run secret -- --rotate', () => {
  test('puts a new one in front, and keeps the three before it', async () => {
    await secretOfProd();
    for (let before: string[] = lines(), round = 1; round <= 5; round += 1, before = lines()) {
      await secretOfProd('--rotate');
      expect(lines()).toEqual([expect.any(String), ...before.slice(0, 3)]);
      expect(before).not.toContain(lines()[0]);
    }
    expect(lines()).toHaveLength(4);
  });

  test('says when it is in force, and how the former ones are dropped', async () => {
    await secretOfProd();
    await secretOfProd('--rotate');
    const inForce = new Date(desk.now.getTime() + 5 * MINUTE_MS);
    const shown = inForce.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    expect(desk.said.at(-1)).toContain(`by ${shown}, and nobody is logged out`);
    expect(desk.said.at(-1)).toContain('npm run secret -- --stage prod --forget-old');
  });

  test('refuses where there is none', async () => {
    expect(await sentenceOf(secretOfProd('--rotate'))).toBe(
      'There is no secret yet. Make it: npm run secret -- --stage prod',
    );
  });
});

describe('npm run secret -- --forget-old', () => {
  beforeEach(async () => {
    await secretOfProd();
    await secretOfProd('--rotate');
  });

  test('leaves the newest', async () => {
    const [newest] = lines();
    letPass(5);
    await secretOfProd('--forget-old');
    expect(lines()).toEqual([newest]);
  });

  test('refuses while functions may still sign with a former one', async () => {
    letPass(4);
    expect(await sentenceOf(secretOfProd('--forget-old'))).toContain('still sign with the former secret');
    expect(lines()).toHaveLength(2);
  });

  test('has nothing to do the second time, and says so', async () => {
    letPass(5);
    await secretOfProd('--forget-old');
    await secretOfProd('--forget-old');
    expect(desk.said.at(-1)).toBe('There is just one secret, the one that signs.');
  });
});

describe('the secret is as it was, and a sentence says why,', () => {
  test('when both are asked for', async () => {
    expect(await sentenceOf(secretOfProd('--rotate', '--forget-old'))).toContain('one at a time');
  });

  test('when the Parameter Store refuses', async () => {
    account.refused.set('ssm PutParameter', 'AccessDeniedException');
    expect(await sentenceOf(secretOfProd())).toBe(
      'The Parameter Store has refused it; what was there is as it was.',
    );
  });
});
