import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deploy } from '../../scripts/cloud/deploy.ts';
import { type Desk, FIRST_PAGES, SITE_ADDRESS, SITE_BUCKET, sentenceOf, sitDown } from './desk.ts';
import { enter, leave } from './enter.ts';
import { type FakeAccount, SECRETS, startFakeAccount } from './fake-account.ts';

const PROD = ['--stage', 'prod', '--region', 'eu-central-1'];
const DAY_MS = 24 * 3_600_000;

let account: FakeAccount;
let desk: Desk;

beforeEach(async () => {
  account = await startFakeAccount();
  for (const name of SECRETS) account.parameters.set(`/chat/prod/${name}`, { value: 'secret', changedAt: 0 });
  enter(account);
  desk = sitDown(account);
});

afterEach(async () => {
  desk.clear();
  leave();
  await account.close();
});

const deployProd = () => deploy(PROD, desk.tools);
const site = () => account.buckets.get(SITE_BUCKET) ?? new Map();
const uploads = () =>
  account.requests
    .filter((name) => name.startsWith(`s3 PUT ${SITE_BUCKET}/`) && !name.includes('.deploy/'))
    .map((name) => name.slice(`s3 PUT ${SITE_BUCKET}/`.length));

/** What of the requests might have changed something. */
const changes = () =>
  account.requests.filter((name) => /osls|PUT|POST|Put|Delete|Create|Execute|Update/.test(name));

describe('the first deploy', () => {
  test('says what it will do, makes the stack, uploads all pages and gives the address', async () => {
    await deployProd();
    const [plan = ''] = desk.said;
    for (const part of ['123456789012', 'user/alice', 'eu-central-1', 'chat-prod, which is made', 'Begin']) {
      expect(plan).toContain(part);
    }
    expect(Object.keys(FIRST_PAGES).every((path) => site().has(path))).toBe(true);
    expect(desk.said.at(-1)).toBe(`The stage prod is at ${SITE_ADDRESS}`);
  });

  test('uploads index.html after all that it names', async () => {
    await deployProd();
    expect(uploads()).toEqual(['assets/index-1.css', 'assets/index-1.js', 'icon.svg', 'index.html']);
  });

  test('lets browsers keep what has a hash in its name for ever, and ask each time for the rest', async () => {
    await deployProd();
    expect(site().get('assets/index-1.js')).toMatchObject({
      contentType: 'text/javascript;charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(site().get('index.html')).toMatchObject({
      contentType: 'text/html;charset=utf-8',
      cacheControl: 'no-cache',
    });
    expect(site().get('icon.svg').contentType).toBe('image/svg+xml;charset=utf-8');
  });
});

describe('a later deploy', () => {
  beforeEach(async () => {
    await deployProd();
    account.requests.length = 0;
    account.invalidations.length = 0;
    desk.said.length = 0;
  });

  test('says that it updates, and uploads and invalidates nothing that is there', async () => {
    await deployProd();
    expect(desk.said[0]).toContain('chat-prod, which is updated (now UPDATE_COMPLETE)');
    expect(uploads()).toEqual([]);
    expect(account.invalidations).toEqual([]);
  });

  test('uploads what has changed, and invalidates of that what has no hash', async () => {
    desk.buildPages({ 'index.html': 'two', 'icon.svg': '<svg/>', 'assets/index-2.js': 'two' });
    await deployProd();
    expect(uploads()).toEqual(['assets/index-2.js', 'index.html']);
    expect(account.invalidations).toEqual([['/', '/index.html']]);
  });

  test('keeps old files for 30 days after the deploy that no longer has them, for pages that are open', async () => {
    const deployAfter = async (days: number) => {
      desk.now = new Date(desk.now.getTime() + days * DAY_MS);
      await deployProd();
    };
    desk.now = new Date(desk.now.getTime() + 90 * DAY_MS);
    desk.buildPages({ 'index.html': 'two', 'assets/index-2.js': 'two' });
    await deployProd();
    await deployAfter(29);
    expect(site().has('assets/index-1.js')).toBe(true);
    await deployAfter(2);
    const left = [...site().keys()].filter((path) => !path.startsWith('.deploy/'));
    expect(left.sort()).toEqual(['assets/index-2.js', 'index.html']);
  });

  test('counts the 30 days anew for a file that was in use again', async () => {
    const two = { 'index.html': 'two', 'assets/index-2.js': 'two' };
    for (const pages of [two, FIRST_PAGES, two]) {
      desk.buildPages(pages);
      await deployProd();
      desk.now = new Date(desk.now.getTime() + 20 * DAY_MS);
    }
    await deployProd();
    expect(site().has('assets/index-1.js')).toBe(true);
  });
});

describe('tables that an earlier stack has left', () => {
  beforeEach(async () => {
    account.tables.set('chat-prod-people', { isProtected: true, rows: 7 });
    account.tables.set('chat-prod-entries', { isProtected: true, rows: 700 });
  });

  test('are taken into a new stack', async () => {
    await deployProd();
    expect(desk.said[1]).toContain('chat-prod-people, chat-prod-entries: there from before');
    expect(account.requests).toContain('cloudformation ExecuteChangeSet');
    expect(account.stacks.get('chat-prod')?.status).toBe('UPDATE_COMPLETE');
    expect(account.tables.get('chat-prod-entries')?.rows).toBe(700);
  });

  test('are taken into a stack that is there without them, beside what it has', async () => {
    account.stacks.set('chat-prod', {
      status: 'UPDATE_ROLLBACK_COMPLETE',
      changedAt: '2027-01-01T00:00:00Z',
      outputs: {},
      resources: ['a-bucket'],
      template: { Description: 'chat', Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } },
      isProtected: false,
    });
    desk.oslsFails = undefined;
    await deployProd();
    expect(account.stacks.get('chat-prod')?.template).toMatchObject({
      Description: 'chat',
      Resources: { Bucket: {}, PeopleTable: {}, EntriesTable: {} },
    });
  });

  test('that can not be taken in are left as they are, without the beginning of a stack', async () => {
    account.refused.set('cloudformation CreateChangeSet', 'AccessDenied');
    expect(await sentenceOf(deployProd())).toBe(
      'The tables could not be taken into the stack; they are as they were, and so is all else. Mend that, then run the same command again.',
    );
    expect(account.stacks.size).toBe(0);
    expect(account.tables.size).toBe(2);
  });
});

describe('nothing is changed, and a sentence says what to do,', () => {
  afterEach(() => expect(changes()).toEqual([]));

  test('without a stage', async () => {
    expect(await sentenceOf(deploy([], desk.tools))).toBe(
      'Say which stage is meant, as in: npm run deploy -- --stage prod',
    );
  });

  test.each(['Prod', '1', 'a_b', '-', 'far-too-long-a-name', ' prod'])(
    'for %j, which can be no stage',
    async (name) => {
      const sentence = await sentenceOf(deploy([`--stage=${name}`], desk.tools));
      expect(sentence).toContain(`"${name}" can't be a stage: its name is 1 to 16 small letters`);
    },
  );

  test('for the stage of npm start', async () => {
    expect(await sentenceOf(deploy(['--stage', 'local'], desk.tools))).toContain('on this machine');
  });

  test.each(['AWS_REGION', 'AWS_DEFAULT_REGION'])('when --region and %s differ', async (name) => {
    const tools = { ...desk.tools, env: { [name]: 'us-east-1' } };
    expect(await sentenceOf(deploy(PROD, tools))).toBe(
      `Region mismatch: --region says eu-central-1, and ${name} says us-east-1. Leave one out, or let both say the same.`,
    );
  });

  test('for a region that can be none', async () => {
    const sentence = await sentenceOf(deploy(['--stage', 'prod', '--region', 'europe'], desk.tools));
    expect(sentence).toBe('"europe", from --region, is no AWS region; one is eu-central-1, for example.');
  });

  test('without credentials', async () => {
    leave();
    enter(account, { credentials: false });
    expect(await sentenceOf(deployProd())).toBe(
      'There are no AWS credentials here: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and run the same command again.',
    );
  });

  test.each([
    ['ExpiredToken', 'have expired'],
    ['InvalidClientTokenId', 'does not take these credentials'],
  ])('with credentials that AWS refuses with %s', async (code, words) => {
    account.refused.set('sts', code);
    expect(await sentenceOf(deployProd())).toContain(words);
  });

  test('when AWS is out of reach', async () => {
    await account.close();
    expect(await sentenceOf(deployProd())).toContain('is it within reach from here?');
  });

  test('with uncommitted changes', async () => {
    desk.leaveUncommitted('readme');
    desk.leaveUncommitted('new.ts');
    expect(await sentenceOf(deployProd())).toBe(
      'There are uncommitted changes (2, such as readme): commit or stash them, so that what is deployed can be found again.',
    );
  });

  test('outside a repository', async () => {
    const tools = { ...desk.tools, project: desk.tools.pagesFolder };
    expect(await sentenceOf(deploy(PROD, tools))).toContain('deploy from a clone of the project');
  });

  test('without a secret', async () => {
    account.parameters.clear();
    expect(await sentenceOf(deployProd())).toBe(
      'The stage prod has no secret in eu-central-1 that could sign sessions. Make it first: npm run secret -- --stage prod --region eu-central-1',
    );
  });

  test.each([
    ['ROLLBACK_COMPLETE', 'npm run remove -- --stage prod'],
    ['ROLLBACK_FAILED', 'npm run remove -- --stage prod'],
    ['REVIEW_IN_PROGRESS', 'npm run remove -- --stage prod'],
    ['DELETE_FAILED', 'npm run remove -- --stage prod again'],
    ['UPDATE_ROLLBACK_FAILED', 'aws cloudformation continue-update-rollback --stack-name chat-prod'],
    ['UPDATE_IN_PROGRESS', 'Wait until it is not'],
    ['DELETE_IN_PROGRESS', 'Wait until it is not'],
  ])('while the stack is in the state %s', async (status, wayOut) => {
    account.stacks.set('chat-prod', stackIn(status));
    const sentence = await sentenceOf(deployProd());
    expect(sentence).toContain(`The stack chat-prod is in the state ${status}: `);
    expect(sentence).toContain(wayOut);
  });

  test('when AWS does not let it look', async () => {
    account.refused.set('cloudformation DescribeStacks', 'AccessDenied');
    expect(await sentenceOf(deployProd())).toContain('nothing was changed');
  });
});

describe('a deploy that fails halfway says what is new and what is not:', () => {
  test('osls, before it has changed anything', async () => {
    await deployProd();
    desk.oslsFails = 'before';
    expect(await sentenceOf(deployProd())).toContain(
      'before anything was changed: functions and site are as they were.',
    );
  });

  test('osls, with what it had changed put back', async () => {
    await deployProd();
    desk.oslsFails = 'rolled back';
    expect(await sentenceOf(deployProd())).toContain(
      'in the state UPDATE_ROLLBACK_COMPLETE: what it had changed is put back, functions and site are as they were.',
    );
  });

  test('osls, after it has changed the functions', async () => {
    await deployProd();
    desk.oslsFails = 'after';
    expect(await sentenceOf(deployProd())).toContain(
      'the functions are new, and the site still shows the former version.',
    );
  });

  test('osls, at the first deploy of all', async () => {
    desk.oslsFails = 'rolled back';
    expect(await sentenceOf(deployProd())).toContain('nothing of the chat runs yet');
    desk.oslsFails = 'before';
    account.stacks.clear();
    expect(await sentenceOf(deployProd())).toContain('before anything was made');
  });

  describe('an upload,', () => {
    const two = { 'index.html': 'two', 'icon.svg': 'new', 'assets/index-2.js': 'two' };

    beforeEach(async () => {
      await deployProd();
      account.requests.length = 0;
      account.invalidations.length = 0;
      desk.buildPages(two);
      account.refused.set(`s3 PUT ${SITE_BUCKET}/index.html`, 'AccessDenied');
    });

    test('and leaves the former site whole', async () => {
      expect(await sentenceOf(deployProd())).toBe(
        'An upload has failed. The functions are new, and the site still shows the former version. Run the same command again; it goes on where this one ended.',
      );
      expect(site().get('index.html').body).toBe(FIRST_PAGES['index.html']);
      expect(site().has('assets/index-1.js')).toBe(true);
      expect(account.invalidations).toEqual([]);
    });

    test('and the same command, when it works again, does just the rest', async () => {
      await sentenceOf(deployProd());
      account.requests.length = 0;
      account.refused.clear();
      await deployProd();
      expect(uploads()).toEqual(['index.html']);
      expect(account.invalidations).toEqual([['/icon.svg', '/', '/index.html']]);
    });
  });

  test('an invalidation, which the next deploy makes up for', async () => {
    account.refused.set('cloudfront', 'AccessDenied');
    expect(await sentenceOf(deployProd())).toBe(
      "The functions and the site are new, but CloudFront may show the site's former version for a while. Run the same command again.",
    );
    account.refused.clear();
    await deployProd();
    expect(account.invalidations).toEqual([['/icon.svg', '/', '/index.html']]);
  });

  test('the deletion of old files', async () => {
    await deployProd();
    desk.buildPages({ 'index.html': 'two' });
    await deployProd();
    desk.now = new Date(desk.now.getTime() + 31 * DAY_MS);
    account.refused.set(`s3 POST ${SITE_BUCKET}`, 'AccessDenied');
    expect(await sentenceOf(deployProd())).toContain('The functions and the site are new; just old files');
  });

  test('a stack without the outputs that are needed', async () => {
    const osls: Desk['tools']['osls'] = async () => {
      account.stacks.set('chat-prod', stackIn('UPDATE_COMPLETE'));
      return true;
    };
    expect(await sentenceOf(deploy(PROD, { ...desk.tools, osls }))).toContain('the site shows nothing yet');
  });
});

function stackIn(status: string) {
  return {
    status,
    changedAt: '2027-01-01T00:00:00Z',
    outputs: {},
    resources: [],
    template: {},
    isProtected: false,
  };
}
