import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Osls } from '../../scripts/cloud/osls.ts';
import type { Template } from '../../scripts/cloud/template.ts';
import type { Tools } from '../../scripts/cloud/tools.ts';
import { LocalProblem } from '../../scripts/local/problem.ts';
import type { FakeAccount } from './fake-account.ts';

const DURABLE_TABLES = { PeopleTable: 'chat-prod-people', EntriesTable: 'chat-prod-entries' };
const CONNECTIONS_TABLE = 'chat-prod-connections';

export const SITE_BUCKET = 'chat-prod-site';
export const SITE_ADDRESS = 'https://chat.example';

/** How a failing osls leaves the stack: untouched, put back, or changed. */
export type OslsFailure = 'before' | 'rolled back' | 'after';

/** Where somebody sits who deploys: a clone with a commit, built pages, a terminal, and osls that fakes the stack. */
export interface Desk {
  readonly tools: Tools;
  /** What was said at the terminal. */
  readonly said: string[];
  /** What is typed at the terminal, if there is one. */
  typed: string | undefined;
  oslsFails: OslsFailure | undefined;
  now: Date;
  /** Writes a file into the clone that no commit has. */
  leaveUncommitted(path: string): void;
  /** Makes these the built pages. */
  buildPages(files: Record<string, string>): void;
  clear(): void;
}

export const FIRST_PAGES = {
  'index.html': '<script src="/assets/index-1.js">',
  'icon.svg': '<svg/>',
  'assets/index-1.js': 'one',
  'assets/index-1.css': 'color: red',
};

export function sitDown(account: FakeAccount): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'chat-desk-'));
  const project = join(folder, 'project');
  const pagesFolder = join(folder, 'pages');
  commitSomething(project);
  const said: string[] = [];
  const desk: Desk = {
    said,
    typed: undefined,
    oslsFails: undefined,
    now: new Date('2027-01-01T12:00:00Z'),
    leaveUncommitted: (path) => writeFileSync(join(project, path), 'changed'),
    buildPages(files) {
      rmSync(pagesFolder, { recursive: true, force: true });
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(pagesFolder, path)), { recursive: true });
        writeFileSync(join(pagesFolder, path), content);
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
    tools: {
      project,
      pagesFolder,
      env: {},
      osls: (...args) => osls(account, desk.oslsFails)(...args),
      now: () => desk.now,
      build: async () => {},
      packagedTemplate: () => PACKAGED,
      say: (line) => said.push(line),
      step: (_, work) => work(),
      get ask() {
        const { typed } = desk;
        return typed === undefined ? undefined : async () => typed;
      },
    },
  };
  desk.buildPages(FIRST_PAGES);
  return desk;
}

/** The sentence that a command ends with. */
export async function sentenceOf(work: Promise<void>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof LocalProblem) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}

const PACKAGED: Template = {
  Resources: Object.fromEntries(
    Object.entries({ ...DURABLE_TABLES, ConnectionsTable: CONNECTIONS_TABLE }).map(([name, TableName]) => [
      name,
      { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain', Properties: { TableName } },
    ]),
  ),
};

/** Does to the account what CloudFormation would, in one step. */
function osls(account: FakeAccount, failure: OslsFailure | undefined): Osls {
  return async (command, { stack: name }) => {
    account.requests.push(`osls ${command}`);
    if (failure === 'before') return false;
    if (command === 'package') return true;
    if (command === 'remove') return removeStack(account, name, failure);
    return deployStack(account, name, failure);
  };
}

function deployStack(account: FakeAccount, name: string, failure: OslsFailure | undefined): boolean {
  const before = account.stacks.get(name);
  const resources = [...Object.values(DURABLE_TABLES), CONNECTIONS_TABLE, SITE_BUCKET];
  const added = resources.filter((resource) => !before?.resources.includes(resource));
  const failsByItself = added.some((resource) => account.tables.has(resource));
  const putBack = failure === 'rolled back' || failsByItself;
  account.stacks.set(name, {
    template: {},
    isProtected: false,
    outputs: {},
    resources: [],
    ...before,
    changedAt: new Date(Date.parse(before?.changedAt ?? '2027-01-01T00:00:00Z') + 1_000).toISOString(),
    status: putBack ? 'UPDATE_ROLLBACK_COMPLETE' : 'UPDATE_COMPLETE',
    ...(!putBack && {
      resources,
      outputs: {
        SiteBucket: SITE_BUCKET,
        DistributionId: 'D1',
        SiteAddress: SITE_ADDRESS,
        SocketAddress: 'wss://socket.example',
      },
    }),
  });
  if (putBack) return false;
  for (const table of added.filter((resource) => resource !== SITE_BUCKET)) {
    account.tables.set(table, { isProtected: true, rows: 0 });
  }
  if (!account.buckets.has(SITE_BUCKET)) account.buckets.set(SITE_BUCKET, new Map());
  return failure === undefined;
}

function removeStack(account: FakeAccount, name: string, failure: OslsFailure | undefined): boolean {
  const stack = account.stacks.get(name);
  // A bucket that is not empty can't be deleted.
  if (stack && (failure || account.buckets.get(SITE_BUCKET)?.size)) {
    stack.status = 'DELETE_FAILED';
    return false;
  }
  account.stacks.delete(name);
  account.buckets.delete(SITE_BUCKET);
  account.tables.delete(CONNECTIONS_TABLE);
  return true;
}

function commitSomething(project: string): void {
  mkdirSync(project);
  writeFileSync(join(project, 'readme'), 'text');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: project, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=alice', '-c', 'user.email=alice@chat.example', 'commit', '--quiet', '-m', 'Begin');
}
