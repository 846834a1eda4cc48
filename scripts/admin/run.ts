import { lookUp } from '../../lib/chat/accounts/look-up.ts';
import { restore, suspend } from '../../lib/chat/accounts/suspend.ts';
import { readAudit } from '../../lib/chat/read-audit.ts';
import { closeReport, listReports, readReport } from '../../lib/chat/review-reports.ts';
import { LocalProblem } from '../local/problem.ts';
import type { Desk } from './desk.ts';
import type { Command } from './options.ts';
import { accountInWords, auditInWords, reportInWords, reportsInWords } from './words.ts';

/** What came of a command, for programs and for people. */
export interface Outcome {
  readonly value: unknown;
  readonly words: string;
}

/** More than anybody reads in a terminal. */
const MOST_RECORDS = 1_000;
const REPORTS_PER_PAGE = 100;

/** @throws LocalProblem if there is nobody, or nothing, that is meant */
export async function run(command: Exclude<Command, { is: 'help' }>, desk: Desk): Promise<Outcome> {
  const { by } = desk;
  switch (command.is) {
    case 'reports': {
      const reports = await allReports(desk, command.state);
      return { value: reports, words: reportsInWords(reports, command.state) };
    }
    case 'report': {
      const report = await readReport(desk, command, by);
      if (!report) throw noReport(command);
      return { value: report, words: reportInWords(report) };
    }
    case 'close-report':
      return closing(await closeReport(desk, command, by), command);
    case 'suspend':
      return suspended(await suspend(desk, command.name, { by, reason: command.reason }), command.name);
    case 'restore':
      return restored(await restore(desk, command.name, { by, reason: command.reason }), command.name);
    case 'show': {
      const account = await lookUp(desk, command.name, by);
      if (!account) throw nobody(command.name);
      return { value: account, words: accountInWords(account) };
    }
    case 'audit': {
      const { name, since } = command;
      if (name !== undefined && !(await desk.people.find(name))) throw nobody(name);
      const records = await readAudit(desk, { person: name, since, most: MOST_RECORDS }, by);
      return { value: records, words: auditInWords(records) };
    }
  }
}

async function allReports(desk: Desk, state: 'open' | 'closed') {
  const reports = [];
  let cursor: string | undefined;
  do {
    const page = await listReports(desk, state, { cursor, limit: REPORTS_PER_PAGE }, desk.by);
    reports.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return reports.sort((one, other) => other.at - one.at);
}

function closing(
  outcome: Awaited<ReturnType<typeof closeReport>>,
  report: { readonly about: string; readonly by: string },
): Outcome {
  const id = `${report.about}/${report.by}`;
  switch (outcome) {
    case 'closed':
      return { value: { closed: id }, words: `The report ${id} is closed. It is deleted in 30 days.` };
    case 'was-closed':
      return { value: { closed: id }, words: `The report ${id} was closed already.` };
    case 'replaced':
      throw new LocalProblem(`A newer report has just come in the place of ${id}: read that one first.`);
    case 'no-report':
      throw noReport(report);
  }
}

function suspended(outcome: Awaited<ReturnType<typeof suspend>>, name: string): Outcome {
  switch (outcome) {
    case 'suspended':
      return {
        value: { suspended: name },
        words: `${name} is suspended: their sessions have ended, their sockets are closed. To undo it: npm run admin -- restore ${name}`,
      };
    case 'leaving':
      throw new LocalProblem(`${name} is leaving: their account is being deleted already.`);
    case 'nobody':
      throw nobody(name);
  }
}

function restored(outcome: Awaited<ReturnType<typeof restore>>, name: string): Outcome {
  switch (outcome) {
    case 'restored':
      return { value: { restored: name }, words: `${name} may log in again.` };
    case 'not-suspended':
      throw new LocalProblem(`${name} is not suspended; nothing was changed.`);
    case 'nobody':
      throw nobody(name);
  }
}

function nobody(name: string): LocalProblem {
  return new LocalProblem(`Nobody has the name ${name} here.`);
}

function noReport({ about, by }: { readonly about: string; readonly by: string }): LocalProblem {
  return new LocalProblem(
    `There is no report by ${by} about ${about}; "reports" lists those that there are.`,
  );
}
