import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nameFrom } from '../../lib/protocol/names.ts';
import { LocalProblem } from '../local/problem.ts';
import { LOCAL_FOLDER } from '../local/system.ts';

export const USAGE = `npm run admin -- <command> [options]

  reports [--closed]                    the reports that are open, or those that are closed
  report <about>/<by>                   one report, with the messages that are reported
  close-report <about>/<by>             says that it has been dealt with
  suspend <name> --reason "…"           ends their sessions, closes their sockets, lets them in no more
  restore <name> [--reason "…"]         lets them in again
  show <name>                           an account: standing, sessions, conversations (never what is written)
  audit <name> [--since <when>]         what has happened to an account, the latest first
  audit --recent [--since <when>]       what has happened to all of them in the last day

  --since <when>      30m, 24h, 7d, or a day: 2026-11-26
  --json              for programs: one JSON value
  --data <folder>     the chat of npm start or npm run redis that has its data there
  --stage <name>      a deployed one, with your own AWS credentials; --region <AWS region>

What you do is written down in the audit trail, with your name.`;

export type Command =
  | { readonly is: 'help' }
  | { readonly is: 'reports'; readonly state: 'open' | 'closed' }
  | { readonly is: 'report' | 'close-report'; readonly about: string; readonly by: string }
  | { readonly is: 'suspend'; readonly name: string; readonly reason: string }
  | { readonly is: 'restore'; readonly name: string; readonly reason: string | undefined }
  | { readonly is: 'show'; readonly name: string }
  | { readonly is: 'audit'; readonly name: string | undefined; readonly since: number };

export interface AdminOptions {
  readonly command: Command;
  readonly json: boolean;
  readonly dataFolder: string;
  /** Undefined for a chat that is not deployed. */
  readonly stage: string | undefined;
  readonly region: string | undefined;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const UNITS_MS = { m: MINUTE_MS, h: HOUR_MS, d: 24 * HOUR_MS };

const OPTIONS = {
  closed: { type: 'boolean' },
  reason: { type: 'string' },
  recent: { type: 'boolean' },
  since: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  data: { type: 'string', default: join(LOCAL_FOLDER, 'data') },
  stage: { type: 'string' },
  region: { type: 'string' },
} as const;

/** Which of the options are for which command alone. */
const OF_COMMANDS: Readonly<Record<'closed' | 'reason' | 'recent' | 'since', readonly string[]>> = {
  closed: ['reports'],
  reason: ['suspend', 'restore'],
  recent: ['audit'],
  since: ['audit'],
};

/**
 * What `npm run admin` is told behind `--`.
 * @throws LocalProblem that says what is wrong, and how it would be right
 */
export function adminOptions(args: readonly string[], now: number): AdminOptions {
  const { values, positionals } = parsed(args);
  const [is = '', ...operands] = positionals;
  const command: Command = values.help || is === '' ? { is: 'help' } : commandOf(is, operands, values, now);
  if (values.region !== undefined && values.stage === undefined) {
    throw new LocalProblem('--region goes with a deployed stage: add --stage <name>.');
  }
  for (const [option, commands] of Object.entries(OF_COMMANDS)) {
    if (values[option as keyof typeof OF_COMMANDS] !== undefined && !commands.includes(command.is)) {
      throw new LocalProblem(`--${option} goes with ${commands.join(' or ')}, not with ${command.is}.`);
    }
  }
  const { json, stage, region } = values;
  return { command, json, dataFolder: resolve(values.data), stage, region };
}

type Values = ReturnType<typeof parsed>['values'];

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new LocalProblem(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function commandOf(is: string, operands: readonly string[], values: Values, now: number): Command {
  switch (is) {
    case 'reports':
      none(is, operands);
      return { is, state: values.closed ? 'closed' : 'open' };
    case 'report':
    case 'close-report':
      return { is, ...reportIn(is, operands) };
    case 'suspend': {
      const reason = values.reason?.trim();
      if (!reason) throw new LocalProblem('Say why, for those who ask later: --reason "…"');
      return { is, name: nameIn(is, operands), reason };
    }
    case 'restore':
      return { is, name: nameIn(is, operands), reason: values.reason?.trim() || undefined };
    case 'show':
      return { is, name: nameIn(is, operands) };
    case 'audit':
      return auditIn(operands, values, now);
    default:
      throw new LocalProblem(`There is no command "${is}".\n\n${USAGE}`);
  }
}

function auditIn(operands: readonly string[], { recent, since }: Values, now: number): Command {
  const of = operands.length > 0;
  if (of === Boolean(recent)) {
    throw new LocalProblem('Say whose: audit <name>, or audit --recent for everybody.');
  }
  const from = since === undefined ? (recent ? now - UNITS_MS.d : 0) : timeIn(since, now);
  return { is: 'audit', name: of ? nameIn('audit', operands) : undefined, since: from };
}

function none(command: string, operands: readonly string[]): void {
  if (operands.length > 0) throw new LocalProblem(`${command} takes no "${operands.join(' ')}".`);
}

function nameIn(command: string, operands: readonly string[]): string {
  const [given, ...more] = operands;
  if (given === undefined) throw new LocalProblem(`Say who is meant: ${command} <name>`);
  none(`${command} ${given}`, more);
  const name = nameFrom(given);
  if (name === undefined) {
    throw new LocalProblem(`"${given}" can't be anybody's name: 3 to 32 of a-z 0-9 _ -`);
  }
  return name;
}

function reportIn(command: string, operands: readonly string[]): { about: string; by: string } {
  const [given = '', ...more] = operands;
  none(`${command} ${given}`, more);
  const [about, by, ...rest] = given.split('/').map(nameFrom);
  if (!about || !by || rest.length > 0) {
    throw new LocalProblem(
      `Say which report, as "reports" lists them, whom it is about and by whom it is: ${command} mallory/alice`,
    );
  }
  return { about, by };
}

/** Of a span back from now, or the beginning of a day in UTC, in ms since 1970. */
function timeIn(given: string, now: number): number {
  const [, amount, unit] = /^(\d{1,5})([mhd])$/.exec(given) ?? [];
  if (amount && unit) return now - Number(amount) * UNITS_MS[unit as keyof typeof UNITS_MS];
  const day = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(day)) {
    throw new LocalProblem(`--since is 30m, 24h, 7d or a day like 2026-11-26, and "${given}" is not.`);
  }
  return day;
}
