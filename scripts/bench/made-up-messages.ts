import type { MessageEntry } from '../../lib/protocol/entries.ts';

const VOCABULARY_WORDS = 20_000;
const WORDS_AT_LEAST = 1;
const WORDS_AT_MOST = 24;
const PEOPLE = 20;
const BETWEEN_MESSAGES_MS = 90_000;
const FIRST_AT = Date.UTC(2024, 0, 1);

/** The most frequent words of English, the most frequent first: half of all that people write. */
const FREQUENT =
  'the be to of and a in that have I it for not on with he as you do at this but his by from they we say her she or an will my one all would there their what so up out if about who get which go me when make can like time no just him know take people into year your good some could them see other than then now look only come its over think also back after use two how our work first well way even new want because any these give day most us'.split(
    ' ',
  );

const ONSETS =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w wh'.split(
    ' ',
  );
const NUCLEI = 'a a e e i o o u ai ea ee ou oo'.split(' ');
const CODAS = ['', '', 'n', 'r', 't', 's', 'l', 'd', 'ng', 'st', 'ck', 'm', 'nd', 'p'];

/** Numbers from 0 up to 1 that are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Messages with as many words, and each word as often, as people write: the second most frequent half as often as
 * the first, the third a third as often (Zipf's law). They are spread over the conversations with several people.
 */
export function madeUpMessages(count: number, random: () => number): Map<string, MessageEntry[]> {
  const word = zipf(vocabulary(random), random);
  const logs = new Map<string, MessageEntry[]>();
  for (let i = 0; i < count; i += 1) {
    const name = `person-${Math.floor(random() ** 2 * PEOPLE)}`;
    const log = logs.get(name) ?? [];
    const seq = log.length + 1;
    // More short ones than long ones.
    const words = WORDS_AT_LEAST + Math.floor(random() ** 2 * WORDS_AT_MOST);
    log.push({
      kind: 'message',
      seq,
      messages: seq,
      from: random() < 0.5 ? 'alice' : name,
      clientId: `made-up-${i}`,
      at: FIRST_AT + i * BETWEEN_MESSAGES_MS,
      text: `${Array.from({ length: words }, word).join(' ')}.`,
    });
    logs.set(name, log);
  }
  return logs;
}

function vocabulary(random: () => number): string[] {
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] ?? '';
  const syllable = () => one(ONSETS) + one(NUCLEI) + one(CODAS);
  const words = new Set(FREQUENT);
  while (words.size < VOCABULARY_WORDS) {
    words.add(Array.from({ length: 1 + Math.floor(random() * 3) }, syllable).join(''));
  }
  return [...words];
}

function zipf(words: readonly string[], random: () => number): () => string {
  let sum = 0;
  const upTo = words.map((_, i) => (sum += 1 / (i + 1)));
  return () => {
    const wanted = random() * sum;
    let [from, to] = [0, words.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((upTo[middle] ?? 0) < wanted) from = middle + 1;
      else to = middle;
    }
    return words[from] ?? '';
  };
}
