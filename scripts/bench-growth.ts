import { nameOf, peers, profiles, sockets, talks } from './bench/growth-rows.ts';
import { writeLongTalk } from './bench/long-talk.ts';
import type { Panel } from './bench/plot.ts';
import { quantile } from './bench/quantile.ts';
import { keepPlot, machine, table, tell } from './bench/section.ts';
import { writeRows } from './bench/write-rows.ts';
import { Device } from './cost/devices.ts';
import { type MeteredChat, startMeteredChat } from './cost/metered-chat.ts';
import { usageOf } from './cost/report.ts';
import { parseArguments, wholeNumber } from './local/arguments.ts';
import { LOCAL_STAGE } from './local/offline.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { tableEnvironment } from './local/tables.ts';

const TIMES = 31;
const MOST_PEOPLE = 1_000_000;

/** What there is more of, and how much; all that is not grown stays at its first value. */
const GROWN = {
  'messages in the conversation': [10, 1_000, 100_000],
  'conversations of the person': [1, 20, 1_000],
  'open sockets': [10, 10_000],
  people: [100, 10_000, MOST_PEOPLE],
};
type Grown = keyof typeof GROWN;

const DOINGS = ['send', 'bootstrap', 'people search', 'history page'] as const;

interface Point {
  readonly grown: Grown;
  readonly size: number;
  readonly doing: (typeof DOINGS)[number];
  readonly reads: number;
  readonly writes: number;
  readonly p50: number;
}

/** `npm run bench:growth`: what requests cost and how long they take, with little and with much in the tables. */
await reportProblem(async () => {
  const mostPeople = askedFor();
  const chat = await step('Starting the functions', startMeteredChat);
  try {
    const grower = growerOf(chat);
    const points: Point[] = [];
    for (const [grown, sizes] of Object.entries(GROWN) as [Grown, number[]][]) {
      for (const size of sizesOf(grown, sizes, mostPeople)) {
        const person = await step(`${size.toLocaleString('en')} ${grown}`, () => grower[grown](size));
        for (const doing of DOINGS)
          points.push({ grown, size, doing, ...(await measure(chat, person, doing)) });
      }
    }
    tell(section(points));
  } finally {
    await chat.stop();
  }
});

/** Of people, no more than were asked for. */
function sizesOf(grown: Grown, sizes: readonly number[], mostPeople: number): readonly number[] {
  if (grown !== 'people') return sizes;
  return [...new Set(sizes.map((size) => Math.min(size, mostPeople)))];
}

/** Somebody whose requests are measured, with a conversation of that length. */
interface Measured {
  readonly device: Device;
  readonly peer: string;
  last: number;
}

/** Grows the tables, each thing to a size, and says whose requests to measure. */
function growerOf(chat: MeteredChat): Record<Grown, (size: number) => Promise<Measured>> {
  const tables = tableEnvironment(LOCAL_STAGE);
  const { eye } = chat;
  let there = { people: 0, sockets: 0 };
  const growPeople = async (size: number) => {
    await writeRows(eye, tables.PEOPLE_TABLE, profiles(there.people, size));
    there = { ...there, people: Math.max(there.people, size) };
  };
  let measured = 0;
  const begin = async (conversations: number, messages: number): Promise<Measured> => {
    await growPeople(Math.min(...GROWN.people));
    measured += 1;
    const [name, peer] = [`measured-${measured}`, nameOf(0)];
    const device = new Device(await chat.signUp(name));
    await writeRows(eye, tables.PEOPLE_TABLE, peers(name, conversations));
    await writeRows(eye, tables.ENTRIES_TABLE, talks(name, conversations));
    await writeLongTalk(chat.endpoint, [name, peer], messages);
    await device.open();
    return { device, peer, last: messages };
  };
  const [messages, conversations] = [
    Math.min(...GROWN['messages in the conversation']),
    Math.min(...GROWN['conversations of the person']),
  ];
  return {
    'messages in the conversation': (size) => begin(conversations, size),
    'conversations of the person': async (size) => {
      await growPeople(size);
      return begin(size, messages);
    },
    'open sockets': async (size) => {
      await writeRows(eye, tables.CONNECTIONS_TABLE, sockets(there.sockets + 1, size));
      there = { ...there, sockets: size };
      return begin(conversations, messages);
    },
    people: async (size) => {
      await growPeople(size);
      return begin(conversations, messages);
    },
  };
}

/** Once for what it costs, and then again and again for how long it takes, which the counting would lengthen. */
async function measure(
  chat: MeteredChat,
  person: Measured,
  doing: Point['doing'],
): Promise<Pick<Point, 'reads' | 'writes' | 'p50'>> {
  // The first one finds nothing warm, and a message may begin an hour.
  await chat.unmetered(() => doOnce(person, doing));
  chat.read();
  await doOnce(person, doing);
  const { readUnits: reads, writeUnits: writes } = usageOf(chat.read());
  const took: number[] = [];
  await chat.unmetered(async () => {
    for (let i = 0; i < TIMES; i += 1) {
      const began = performance.now();
      await doOnce(person, doing);
      took.push(performance.now() - began);
    }
  });
  return { reads, writes, p50: quantile(took, 0.5) };
}

async function doOnce(person: Measured, doing: Point['doing']): Promise<void> {
  const { device, peer, last } = person;
  switch (doing) {
    case 'send':
      person.last = await device.write(peer, last);
      return;
    case 'bootstrap':
      await device.bootstrap();
      return;
    case 'people search':
      await device.searchPeople('person-00');
      return;
    case 'history page':
      await device.olderEntries(peer, Math.max(2, Math.floor(last / 2)));
  }
}

function section(points: readonly Point[]): string {
  const rows = points.map(({ grown, size, doing, reads, writes, p50 }) => [
    `${size.toLocaleString('en')} ${grown}`,
    doing,
    writes,
    reads,
    p50.toFixed(1),
  ]);
  const panels = (unit: string, y: (point: Point) => number): Panel[] =>
    (Object.keys(GROWN) as Grown[]).map((title) => ({
      title,
      unit,
      series: DOINGS.map((name) => ({
        name,
        points: points
          .filter(({ grown, doing }) => grown === title && doing === name)
          .map((point) => [point.size, y(point)] as const),
      })),
    }));
  const all = [
    ...panels('units', ({ reads, writes }) => reads + writes),
    ...panels('ms, p50', ({ p50 }) => p50),
  ];
  return `The functions in one process, on DynamoDB Local in memory; units by AWS's rules, times the median of ${TIMES}; ${machine()}.

${keepPlot('growth', 'Units and times by how much there is', all, Object.keys(GROWN).length)}

${table(['with', '', 'write units', 'read units', 'p50 ms'], rows)}
`;
}

function askedFor(): number {
  const { people } = parseArguments(
    process.argv.slice(2),
    { people: { type: 'string', default: `${MOST_PEOPLE}` } },
    '--people <number>',
  );
  return wholeNumber(1_000, MOST_PEOPLE, 'people', people);
}
