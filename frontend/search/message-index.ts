import SearchableMap from 'minisearch/SearchableMap';
import type { Entry } from '../../lib/protocol/entries.ts';
import { indexable, type Said } from './indexable.ts';
import { EXACT, likeTerms } from './like-terms.ts';
import { Runs } from './runs.ts';
import { type Piece, snippetOf } from './snippet.ts';
import { termsOf, wordsIn } from './words.ts';

/** A message that was found. */
export interface Hit {
  /** The name of the person it was written with. */
  readonly with: string;
  readonly seq: number;
  readonly from: string;
  readonly at: number;
  /** The part of its text where the words are. */
  readonly snippet: readonly Piece[];
}

export interface Found {
  /** How many there are, however few of them are given. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** How much of what was ever written is in the index, in messages; as far as is known here. */
export interface Coverage {
  readonly covered: number;
  readonly all: number;
}

interface Doc extends Said {
  readonly with: string;
  readonly text: string;
}

/** What is held of one conversation's log. */
interface Log {
  /** The last that is known of each message, and where it is among the documents, unless nothing is left of it. */
  readonly messages: Map<
    number,
    { readonly by: number; readonly at: number; readonly text: string | undefined; readonly place?: number }
  >;
  readonly runs: Runs;
  /** Who has deleted their account. */
  readonly gone: Set<string>;
  /** How many messages the log has, by its newest entry. */
  all: number;
}

/**
 * Finds messages by their words. Words may have typos, the last one may be begun only; all of them have to be there.
 * The better all fit, the further up; of those that fit alike, the latest.
 */
export class MessageIndex {
  readonly #terms = new SearchableMap<number[]>();
  readonly #docs: (Doc | undefined)[] = [];
  readonly #logs = new Map<string, Log>();
  /** The documents' places, the earliest message first; undefined when that has to be found out anew. */
  #byTime: number[] | undefined = [];

  /** Takes in entries of the conversation with somebody: in any order, and as often as they come. */
  add(name: string, entries: readonly Entry[]): void {
    const log = this.#logs.get(name) ?? { messages: new Map(), runs: new Runs(), gone: new Set(), all: 0 };
    this.#logs.set(name, log);
    for (const entry of entries) {
      log.runs.add(entry.seq);
      log.all = Math.max(log.all, entry.messages);
    }
    for (const said of indexable(entries)) this.#take(name, log, said);
    for (const entry of entries) if (entry.kind === 'departure') this.#takeOut(log, entry.from);
  }

  /** Forgets a conversation of which all that was held is wrong. */
  forget(name: string): void {
    for (const { place } of this.#logs.get(name)?.messages.values() ?? []) {
      if (place !== undefined) this.#docs[place] = undefined;
    }
    this.#logs.delete(name);
  }

  get coverage(): Coverage {
    const logs = [...this.#logs.values()];
    const covered = logs.reduce((sum, { messages }) => sum + messages.size, 0);
    const all = logs.reduce((sum, log) => sum + log.all, 0);
    return { covered, all: Math.max(covered, all) };
  }

  /** The number of the last entry that is held of a conversation; 0 if none is. */
  last(name: string): number {
    return this.#logs.get(name)?.runs.last ?? 0;
  }

  /** The largest number up to `upTo` whose entry is not held; 0 if all are. */
  missing(name: string, upTo: number): number {
    return this.#logs.get(name)?.runs.missing(upTo) ?? upTo;
  }

  /** @param limit how many are wanted at most */
  find(query: string, limit: number): Found {
    const terms = termsOf(query);
    if (terms.length === 0) return { count: 0, hits: [] };
    const { grades, words } = this.#grade(terms);
    const byGrade: Doc[][] = Array.from({ length: EXACT + 1 }, () => []);
    let count = 0;
    const places = this.#placesByTime();
    for (let i = places.length - 1; i >= 0; i -= 1) {
      const place = places[i] as number;
      const grade = grades[place] ?? 0;
      const doc = this.#docs[place];
      if (grade === 0 || !doc) continue;
      count += 1;
      const alike = byGrade[grade] ?? [];
      if (alike.length < limit) alike.push(doc);
    }
    const best = byGrade.toReversed().flat().slice(0, limit);
    return { count, hits: best.map((doc) => hitOf(doc, words)) };
  }

  /** How well each document fits: as well as the word that fits it worst. */
  #grade(terms: readonly string[]): { grades: Uint8Array; words: Set<string> } {
    const words = new Set<string>();
    let grades: Uint8Array | undefined;
    for (const [i, typed] of terms.entries()) {
      const ofTerm = new Uint8Array(this.#docs.length);
      for (const { term, value, grade } of likeTerms(this.#terms, typed, i === terms.length - 1)) {
        words.add(term);
        for (const place of value) if ((ofTerm[place] ?? 0) < grade) ofTerm[place] = grade;
      }
      grades = grades?.map((grade, place) => Math.min(grade, ofTerm[place] ?? 0)) ?? ofTerm;
    }
    return { grades: grades ?? new Uint8Array(), words };
  }

  #take(name: string, log: Log, said: Said): void {
    const known = log.messages.get(said.seq);
    if (known && known.by === said.by) return;
    const latest = known && known.by > said.by ? { ...said, ...known } : said;
    const { seq, by } = latest;
    const text = log.gone.has(said.from) ? undefined : latest.text;
    // What changes a message says when that was, and not when the message was written.
    const at = said.by === seq ? said.at : (known?.at ?? said.at);
    if (known?.place !== undefined) this.#docs[known.place] = undefined;
    if (text === undefined) {
      log.messages.set(seq, { by, at, text });
      return;
    }
    const place = this.#docs.push({ ...said, at, text, with: name }) - 1;
    log.messages.set(seq, { by, at, text, place });
    for (const term of new Set(wordsIn(text).map(({ term }) => term))) {
      this.#terms.fetch(term, () => []).push(place);
    }
    this.#placeByTime(place, at);
  }

  /** Nothing that they have said is found any more; what comes later of theirs has no text. */
  #takeOut(log: Log, from: string): void {
    log.gone.add(from);
    for (const [seq, { by, at, place }] of log.messages) {
      if (place === undefined || this.#docs[place]?.from !== from) continue;
      this.#docs[place] = undefined;
      log.messages.set(seq, { by, at, text: undefined });
    }
  }

  #placeByTime(place: number, at: number): void {
    const latest = this.#byTime?.at(-1);
    if (latest === undefined || (this.#docs[latest]?.at ?? Number.POSITIVE_INFINITY) <= at) {
      this.#byTime?.push(place);
    } else this.#byTime = undefined;
  }

  #placesByTime(): readonly number[] {
    const at = (place: number) => this.#docs[place]?.at ?? 0;
    this.#byTime ??= [...this.#docs.keys()].sort((one, other) => at(one) - at(other) || one - other);
    return this.#byTime;
  }
}

function hitOf({ with: name, seq, from, at, text }: Doc, words: ReadonlySet<string>): Hit {
  return { with: name, seq, from, at, snippet: snippetOf(text, words) };
}
