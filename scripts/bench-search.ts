import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MessageIndex } from '../frontend/search/message-index.ts';
import { madeUpMessages, seeded } from './bench/made-up-messages.ts';
import { quantile } from './bench/quantile.ts';
import { machine, table, tell } from './bench/section.ts';
import { reportProblem } from './local/report-problem.ts';

const MESSAGES = 50_000;
const QUERIES = 1_000;
const SEED = 6;
const CHUNK = 1_000;
const HITS = 50;
const WORDS_PER_QUERY = 3;
const WITH_TYPO = 0.3;
const MEGABYTE = 1_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** `npm run bench:search`: how quick the search over messages is, on the index that the pages use. */
await reportProblem(async () => {
  const random = seeded(SEED);
  const logs = madeUpMessages(MESSAGES, random);
  const texts = [...logs.values()].flat().map(({ text }) => text);
  const heapBefore = heapBytes();

  const index = new MessageIndex();
  const began = performance.now();
  for (const [name, entries] of logs) {
    // From the end, as the pages read them.
    for (let to = entries.length; to > 0; to -= CHUNK)
      index.add(name, entries.slice(Math.max(0, to - CHUNK), to));
  }
  const builtMs = performance.now() - began;
  const heapAfter = heapBytes();

  const ms: number[] = [];
  let found = 0;
  for (let i = 0; i < QUERIES; i += 1) {
    const query = queryFrom(texts, random);
    for (let letters = 1; letters <= query.length; letters += 1) {
      const asked = performance.now();
      const { count } = index.find(query.slice(0, letters), HITS);
      ms.push(performance.now() - asked);
      if (letters === query.length && count > 0) found += 1;
    }
  }
  const figures = {
    [`index of ${MESSAGES} messages built in`]: `${builtMs.toFixed(0)} ms`,
    'takes, with the texts': `${((heapAfter - heapBefore) / MEGABYTE).toFixed(0)} MB`,
    [`${QUERIES} queries, letter by letter`]: `${ms.length} searches`,
    'that found something in the end': `${found} of ${QUERIES}`,
    'p50 / p95 / p99 / max': [0.5, 0.95, 0.99, 1].map((q) => `${quantile(ms, q).toFixed(1)} ms`).join(' / '),
  };
  tell(`The index alone; ${machine()}. Made-up messages from a fixed seed, with words as frequent as words are (Zipf); queries of one to three words that
follow each other in some message, three in ten with a typo, typed letter by letter.

${table(['', ''], Object.entries(figures))}
`);
});

/** Words that follow each other in some message; of some queries one has a typo. */
function queryFrom(texts: readonly string[], random: () => number): string {
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const words = text.replace('.', '').split(' ');
  const from = Math.floor(random() * words.length);
  const query = words.slice(from, from + 1 + Math.floor(random() * WORDS_PER_QUERY));
  if (random() >= WITH_TYPO) return query.join(' ');
  const longest = query.toSorted((one, other) => other.length - one.length)[0] ?? '';
  return query.map((word) => (word === longest ? withTypo(word, random) : word)).join(' ');
}

/** One letter left out, doubled, exchanged, or two swapped. */
function withTypo(word: string, random: () => number): string {
  const at = Math.floor(random() * Math.max(1, word.length - 1));
  const [before, one, other, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const slips = [before + other + after, before + one + one + other + after, `${before}e${other}${after}`];
  return [...slips, before + other + one + after][Math.floor(random() * (slips.length + 1))] ?? word;
}

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
