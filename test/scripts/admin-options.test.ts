import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { adminOptions, USAGE } from '../../scripts/admin/options.ts';
import { LocalProblem } from '../../scripts/local/problem.ts';
import { LOCAL_FOLDER } from '../../scripts/local/system.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const HOUR_MS = 60 * 60_000;

const commandOf = (...args: string[]) => adminOptions(args, NOW).command;

function sentenceFor(...args: string[]): string {
  try {
    adminOptions(args, NOW);
  } catch (error) {
    if (error instanceof LocalProblem) return error.message;
    throw error;
  }
  throw new Error(`${args.join(' ')} was not refused.`);
}

describe('npm run admin takes', () => {
  test.each([
    [['reports'], { is: 'reports', state: 'open' }],
    [['reports', '--closed'], { is: 'reports', state: 'closed' }],
    [['report', 'mallory/alice'], { is: 'report', about: 'mallory', by: 'alice' }],
    [['close-report', 'Mallory/alice'], { is: 'close-report', about: 'mallory', by: 'alice' }],
    [['suspend', 'mallory', '--reason', ' spam '], { is: 'suspend', name: 'mallory', reason: 'spam' }],
    [['restore', 'mallory'], { is: 'restore', name: 'mallory', reason: undefined }],
    [['show', 'ALICE'], { is: 'show', name: 'alice' }],
    [['audit', 'alice'], { is: 'audit', name: 'alice', since: 0 }],
    [['audit', '--recent'], { is: 'audit', name: undefined, since: NOW - 24 * HOUR_MS }],
    [['audit', '--recent', '--since', '2h'], { is: 'audit', name: undefined, since: NOW - 2 * HOUR_MS }],
    [
      ['audit', 'alice', '--since', '2026-11-01'],
      { is: 'audit', name: 'alice', since: Date.UTC(2026, 10, 1) },
    ],
    [[], { is: 'help' }],
    [['--help'], { is: 'help' }],
    [['suspend', '--help'], { is: 'help' }],
  ])('%j', (args, command) => {
    expect(commandOf(...args)).toEqual(command);
  });

  test('where the chat is that is meant, and by itself the one of npm start', () => {
    expect(adminOptions(['reports'], NOW)).toMatchObject({
      dataFolder: join(LOCAL_FOLDER, 'data'),
      stage: undefined,
      json: false,
    });
    const deployed = ['--stage', 'prod', '--region', 'eu-central-1', '--json', 'reports'];
    expect(adminOptions(deployed, NOW)).toMatchObject({ stage: 'prod', region: 'eu-central-1', json: true });
    expect(adminOptions(['reports', '--data', '/tmp/chat'], NOW)).toMatchObject({ dataFolder: '/tmp/chat' });
  });
});

describe('npm run admin says what to do about', () => {
  test.each([
    [['dance'], 'There is no command "dance".'],
    [['reports', '--loud'], '--loud'],
    [['suspend', 'mallory'], 'Say why, for those who ask later: --reason "…"'],
    [['suspend', 'mallory', '--reason', '  '], 'Say why'],
    [['suspend', '--reason', 'spam'], 'Say who is meant: suspend <name>'],
    [['suspend', 'mallory', 'bob', '--reason', 'spam'], 'suspend mallory takes no "bob".'],
    [['show', 'a b'], '"a b" can\'t be anybody\'s name: 3 to 32 of a-z 0-9 _ -'],
    [['report'], 'report mallory/alice'],
    [['report', 'mallory'], 'report mallory/alice'],
    [['report', 'mallory/alice/bob'], 'report mallory/alice'],
    [['audit'], 'audit <name>, or audit --recent for everybody'],
    [['audit', 'alice', '--recent'], 'audit <name>, or audit --recent for everybody'],
    [['audit', 'alice', '--since', 'yesterday'], '--since is 30m, 24h, 7d or a day like 2026-11-26'],
    [['audit', 'alice', '--since', '2026-13-41'], '--since is'],
    [['show', 'alice', '--closed'], '--closed goes with reports, not with show.'],
    [['reports', '--reason', 'x'], '--reason goes with suspend or restore, not with reports.'],
    [['reports', '--region', 'eu-central-1'], '--region goes with a deployed stage: add --stage <name>.'],
  ])('%j', (args, sentence) => {
    expect(sentenceFor(...args)).toContain(sentence);
  });

  test('a command that there is not by listing those that there are', () => {
    expect(sentenceFor('dance')).toContain(USAGE);
  });
});
