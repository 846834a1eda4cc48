import { resolve } from 'node:path';
import { parseArguments, wholeNumber } from '../local/arguments.ts';
import { LocalProblem } from '../local/problem.ts';
import { bareHandler, bareSocket, localChat, redisChat, type StartBenched, socketIoChat } from './benched.ts';
import type { Load } from './send-steadily.ts';

/** Load is for this machine alone, and never without an end. */
const MOST = { sockets: 500, rate: 2_000, bytes: 4_000, seconds: 300, runs: 10, workers: 16 };

/** What can be measured, by what `--only` calls it. */
const BENCHED = ['local', 'redis', 'echo', 'handler', 'socket.io'] as const;
type Name = (typeof BENCHED)[number];

export interface BenchOptions {
  readonly benched: readonly StartBenched[];
  readonly sockets: number;
  readonly loads: readonly Load[];
  readonly runs: number;
  /** Whether to look where the time of a message goes. */
  readonly stages: boolean;
}

/** @throws LocalProblem for what is none of the options, or too much */
export function benchOptions(args: readonly string[]): BenchOptions {
  const values = parseArguments(
    args,
    {
      /** One of BENCHED, or several with commas between them. */
      only: { type: 'string', default: BENCHED.join() },
      sockets: { type: 'string', default: '50' },
      /** Messages a second, of all together; several with commas between them. */
      rate: { type: 'string', default: '50,100,200' },
      bytes: { type: 'string', default: '256' },
      seconds: { type: 'string', default: '10' },
      runs: { type: 'string', default: '3' },
      /** Of Redis mode. */
      workers: { type: 'string', default: '1' },
      /** A folder for a CPU profile of each process of Redis mode. */
      profile: { type: 'string' },
    },
    `--only <one or more of ${BENCHED.join()}>, --sockets <number>, --rate <messages a second, or several>, --bytes <number>, --seconds <number>, --runs <number>, --workers <number>, --profile <folder>`,
  );
  const number = (name: keyof typeof MOST, text: string = values[name]) =>
    wholeNumber(1, MOST[name], name, text);
  const [sockets, bytes, seconds] = [number('sockets'), number('bytes'), number('seconds')];
  if (sockets % 2 === 1) throw new LocalProblem('--sockets is an even number: people write in pairs.');
  const nodeArgs =
    values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', resolve(values.profile)];
  const start: Readonly<Record<Name, StartBenched>> = {
    local: localChat,
    redis: redisChat(number('workers'), nodeArgs),
    echo: bareSocket,
    handler: bareHandler,
    'socket.io': socketIoChat,
  };
  const names = values.only.split(',');
  const isKnown = (name: string): name is Name => (BENCHED as readonly string[]).includes(name);
  if (!names.every(isKnown)) throw new LocalProblem(`--only is one or more of ${BENCHED.join(', ')}.`);
  return {
    benched: names.map((name) => start[name as Name]),
    sockets,
    loads: values.rate.split(',').map((rate) => ({ rate: number('rate', rate), bytes, seconds })),
    runs: number('runs'),
    stages: names.includes('local'),
  };
}
