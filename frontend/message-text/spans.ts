import { addressIn, LIKE_AN_ADDRESS } from './address.ts';

/** A piece of a paragraph: text as it was written, or text that is meant otherwise. */
export type Span =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'code'; readonly at: number; readonly text: string }
  | { readonly kind: 'link'; readonly at: number; readonly text: string; readonly href: string }
  | { readonly kind: 'bold' | 'italic'; readonly at: number; readonly spans: readonly Span[] };

const CODE = '(?<![\\p{L}\\p{N}`])`(?=[^\\s`])[^`\\n]*(?<!\\s)`(?![\\p{L}\\p{N}`])';
/**
 * What may be more than text. No part of it may be tried at each place anew up to the end of a long text: a text of
 * nothing but markers would keep the page busy for minutes.
 */
const TOKEN = new RegExp(`${CODE}|${LIKE_AN_ADDRESS}|[*_\\n]`, 'giu');

/** Beside it, a marker is part of a word. */
const IN_WORDS = /[\p{L}\p{N}\p{M}]/u;

/** What has begun and may end later: the whole, or what follows a marker. */
interface Begun {
  readonly marker: string;
  readonly at: number;
  readonly spans: Span[];
}

/**
 * The pieces of a paragraph, in their order. Emphasis ends on the line where it begins.
 * @param from where in the message the paragraph begins
 */
export function spansOf(text: string, from: number): Span[] {
  const whole: Begun = { marker: '', at: from, spans: [] };
  const begun = [whole];
  let done = 0;

  const add = (span: Span) => begun.at(-1)?.spans.push(span);
  const addTextUpTo = (index: number, goOnAt = index) => {
    if (index > done) add({ kind: 'text', at: from + done, text: text.slice(done, index) });
    done = goOnAt;
  };
  /** What has not ended was no emphasis: its marker is text. */
  const giveUpAllBut = (count: number) => {
    for (const { marker, at, spans } of begun.splice(count)) {
      add({ kind: 'text', at: at - 1, text: marker });
      spans.forEach(add);
    }
  };

  const takeMarker = (marker: string, index: number) => {
    const place = begun.findIndex((it) => it.marker === marker);
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    if (place < 0 ? canStand(before, marker, after) : canStand(after, marker, before)) {
      addTextUpTo(index, index + 1);
      if (place < 0) {
        begun.push({ marker, at: from + done, spans: [] });
        return;
      }
      giveUpAllBut(place + 1);
      const { at, spans } = begun.pop() as Begun;
      add({ kind: marker === '*' ? 'bold' : 'italic', at, spans });
    }
  };

  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const { index, 0: token } = found;
    const end = TOKEN.lastIndex;
    if (token === '\n') {
      addTextUpTo(index);
      giveUpAllBut(1);
    } else if (token.length === 1) {
      takeMarker(token, index);
    } else if (token.startsWith('`')) {
      addTextUpTo(index, end);
      add({ kind: 'code', at: from + index + 1, text: token.slice(1, -1) });
    } else {
      const address = addressIn(token, begun.map(({ marker }) => marker).join(''));
      if (!address) continue;
      // What was cut off its end may be a marker.
      TOKEN.lastIndex = index + address.text.length;
      addTextUpTo(index, TOKEN.lastIndex);
      add({ kind: 'link', at: from + index, ...address });
    }
  }
  addTextUpTo(text.length);
  giveUpAllBut(1);
  return whole.spans;
}

/**
 * Whether a marker may begin or end an emphasis. A backslash outside takes its meaning away, which shrugs rely on.
 * @param outside what is beside it on the side where the emphasis is not, if anything
 */
function canStand(outside: string, marker: string, inside: string): boolean {
  const isOfWord = IN_WORDS.test(outside) || outside === '\\';
  return !isOfWord && outside !== marker && inside.trim() !== '' && inside !== marker;
}
