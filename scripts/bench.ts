import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchOptions } from './bench/bench-options.ts';
import type { Benched, StartBenched } from './bench/benched.ts';
import type { Panel } from './bench/plot.ts';
import { putLoad, type Run } from './bench/put-load.ts';
import { quantile } from './bench/quantile.ts';
import { keepPlot, machine, table, tell } from './bench/section.ts';
import { type Stages, stagesOfAMessage } from './bench/stages.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';

const WARM_UP_S = 5;
const MEGABYTE = 1_000_000;

interface Measured {
  readonly description: string;
  readonly runs: readonly Run[];
}

/** `npm run bench`: people in pairs who write to each other at steady rates; each mode of the chat, and what it is compared with. */
await reportProblem(async () => {
  const options = benchOptions(process.argv.slice(2));
  const measured: Measured[] = [];
  for (const start of options.benched) {
    measured.push(
      await inEmptyFolder(start, async ({ target, description }) => {
        const { sockets, loads, runs } = options;
        const order = { target, sockets, loads, runs, warmUpS: warmUpOf(loads[0]?.seconds) };
        return { description, runs: await step(`Measuring ${description}`, () => putLoad(order)) };
      }),
    );
  }
  const stages = options.stages ? await inFolder(stagesOfAMessage) : undefined;
  tell(section(options.sockets, measured, stages));
  if (measured.some(({ runs }) => runs.some(({ sent, delivered }) => delivered < sent))) process.exitCode = 1;
});

async function inEmptyFolder(start: StartBenched, use: (benched: Benched) => Promise<Measured>) {
  return inFolder(async (folder) => {
    const benched = await start(folder);
    try {
      return await use(benched);
    } finally {
      await benched.stop();
    }
  });
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function section(sockets: number, measured: readonly Measured[], stages: Stages | undefined): string {
  const rows = measured.flatMap(({ description, runs }) => runs.map((run) => rowOf(description, run)));
  const [{ load } = { load: undefined }] = measured[0]?.runs ?? [];
  return `${sockets} sockets, ${load?.bytes} bytes a message, ${load?.seconds} s after ${warmUpOf(load?.seconds)} s of warm-up, each run of each load; clients in a process of their own on the same
machine; milliseconds from when a message was due; ${machine()}.

${keepPlot('latency', 'Time until a message is delivered, by the load', latencies(measured), 2)}

${table(['', 'messages/s', 'stored p50', 'p95', 'p99', 'delivered p50', 'p95', 'p99', 'delivered', 'CPU', 'RSS'], rows)}

CPU is of one processor, RSS of all processes of what is measured, the database included.
${stages ? stagesTable(stages) : ''}`;
}

/** No longer than what is measured. */
function warmUpOf(seconds = 0): number {
  return Math.min(WARM_UP_S, seconds);
}

function rowOf(description: string, run: Run): string[] {
  const { load, sent, delivered, toStored, toDelivered, cpuShare, rssBytes } = run;
  const times = [toStored, toDelivered].flatMap(({ p50, p95, p99 }) => [p50, p95, p99]);
  return [
    description,
    `${load.rate}`,
    ...times.map((ms) => ms.toFixed(1)),
    `${((100 * delivered) / sent).toFixed(2)} %`,
    cpuShare === undefined ? '–' : `${Math.round(100 * cpuShare)} %`,
    rssBytes === undefined ? '–' : `${Math.round(rssBytes / MEGABYTE)} MB`,
  ];
}

/** The medians of the runs. */
function latencies(measured: readonly Measured[]): Panel[] {
  const series = (which: 'p50' | 'p99') =>
    measured.map(({ description, runs }) => {
      const rates = [...new Set(runs.map(({ load }) => load.rate))];
      return {
        name: description,
        points: rates.map((rate) => {
          const values = runs.filter(({ load }) => load.rate === rate).map((run) => run.toDelivered[which]);
          return [rate, quantile(values, 0.5)] as const;
        }),
      };
    });
  return (['p50', 'p99'] as const).map((which) => ({
    title: `delivered, ${which}`,
    unit: 'ms by messages/s',
    series: series(which),
  }));
}

function stagesTable({ gateway, handler, store, push }: Stages): string {
  const all = gateway + handler + store + push;
  const row = (what: string, ms: number) => [what, ms.toFixed(1), `${Math.round((100 * ms) / all)} %`];
  return `
Where the time of one message goes, when there is no other (\`npm start\`, means):

${table(
  ['', 'ms', ''],
  [
    row('the client, the sockets and serverless-offline', gateway),
    row('the function itself', handler),
    row('requests to the database', store),
    row('pushes', push),
  ],
)}
`;
}
