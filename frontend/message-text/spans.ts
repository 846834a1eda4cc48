import { type Token, tokensIn } from './tokens.ts';

/** A piece of a paragraph: text as it was written, or text that is meant otherwise. */
export type Span =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'code'; readonly at: number; readonly text: string }
  | { readonly kind: 'link'; readonly at: number; readonly text: string; readonly href: string }
  | { readonly kind: 'bold' | 'italic'; readonly at: number; readonly spans: readonly Span[] };

/** A letter or a digit: where it stands beside a marker, that is part of a word. */
const WORD = /[\p{L}\p{N}\p{M}]/u;

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
  const begun: Begun[] = [{ marker: '', at: from, spans: [] }];
  let done = 0;

  const add = (span: Span) => begun.at(-1)?.spans.push(span);
  const addTextUpTo = (index: number) => {
    if (index > done) add({ kind: 'text', at: from + done, text: text.slice(done, index) });
    done = index;
  };
  /** What has not ended was no emphasis: its marker is text. */
  const giveUpAllBut = (count: number) => {
    for (const { marker, at, spans } of begun.splice(count)) {
      add({ kind: 'text', at: at - marker.length, text: marker });
      spans.forEach(add);
    }
  };

  const take = (token: Token) => {
    const { kind, index } = token;
    if (kind === 'line-break') {
      addTextUpTo(index);
      giveUpAllBut(1);
    } else if (kind === 'marker') {
      takeMarker(token.marker, index);
    } else {
      addTextUpTo(index);
      const end = index + token.length;
      if (kind === 'link') add({ kind, at: from + index, ...token.address });
      else add({ kind, at: from + index + 1, text: text.slice(index + 1, end - 1) });
      done = end;
    }
  };

  const takeMarker = (marker: string, index: number) => {
    const place = begun.findIndex((it) => it.marker === marker);
    if (place === -1 && canBegin(text, index)) {
      addTextUpTo(index);
      begun.push({ marker, at: from + index + 1, spans: [] });
      done = index + 1;
    } else if (place !== -1 && canEnd(text, index)) {
      addTextUpTo(index);
      giveUpAllBut(place + 1);
      const { at, spans } = begun.pop() as Begun;
      add({ kind: marker === '*' ? 'bold' : 'italic', at, spans });
      done = index + 1;
    }
  };

  for (const token of tokensIn(text)) take(token);
  addTextUpTo(text.length);
  giveUpAllBut(1);
  return begun[0]?.spans ?? [];
}

/** A backslash before a marker is for those who know that it takes its meaning away, and for shrugs. */
function canBegin(text: string, index: number): boolean {
  const [before, marker, after] = around(text, index);
  return (
    !WORD.test(before) && before !== '\\' && before !== marker && after.trim() !== '' && after !== marker
  );
}

function canEnd(text: string, index: number): boolean {
  const [before, marker, after] = around(text, index);
  return before.trim() !== '' && before !== marker && !WORD.test(after) && after !== marker;
}

function around(text: string, index: number): [before: string, marker: string, after: string] {
  return [text[index - 1] ?? '', text[index] ?? '', text[index + 1] ?? ''];
}
