import { type Span, spansOf } from './spans.ts';

/** A piece of a message that begins on a line of its own. */
export type Block =
  | {
      readonly kind: 'paragraph';
      readonly at: number;
      /** Line breaks are in the texts as they were written, also the empty lines that end it. */
      readonly spans: readonly Span[];
    }
  | { readonly kind: 'code'; readonly at: number; readonly text: string };

const FENCE = '```';
const BLANK_LINES = /\n[^\S\n]*\n\s*/g;

/**
 * What a message means: paragraphs, code, emphasis and links. Nothing is lost but the markers, which stand where the
 * pieces don't; each piece says by `at` where in the text its own text begins. Any text is a message; what can't be
 * meant as a marker is text.
 */
export function parse(text: string): Block[] {
  const blocks: Block[] = [];
  let end = 0;
  for (const fenced of fencedIn(text)) {
    blocks.push(...paragraphsOf(text, end, fenced.from));
    blocks.push({ kind: 'code', at: fenced.at, text: fenced.text });
    end = fenced.to;
  }
  return [...blocks, ...paragraphsOf(text, end, text.length)];
}

/** The text of a message without its markers, in one line: for previews and quotes. */
export function plainText(text: string): string {
  const whole = parse(text)
    .map((block) => (block.kind === 'code' ? block.text : visibleText(block.spans)))
    .join(' ');
  return whole.replace(/\s+/g, ' ').trim();
}

function visibleText(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? visibleText(span.spans) : span.text)).join('');
}

interface Fenced {
  /** Where its code begins. */
  readonly at: number;
  readonly text: string;
  /** From its first fence to behind its last, with the line breaks that belong to them. */
  readonly from: number;
  readonly to: number;
}

function* fencedIn(text: string): Generator<Fenced> {
  let from = text.indexOf(FENCE);
  while (from !== -1) {
    const inside = from + FENCE.length;
    const close = text.indexOf(FENCE, inside);
    // Without this, a text of nothing but opening fences would be searched to its end for each of them.
    if (close === -1) return;
    const at = text[inside] === '\n' ? inside + 1 : inside;
    const code = text.slice(at, close).replace(/\n$/, '');
    if (!isSpace(text[from - 1]) || code.trim() === '') {
      from = text.indexOf(FENCE, inside);
      continue;
    }
    const after = close + FENCE.length;
    const to = text[after] === '\n' ? after + 1 : after;
    yield { at, text: code, from, to };
    from = text.indexOf(FENCE, to);
  }
}

/** Also where there is nothing: before the first character. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function paragraphsOf(text: string, from: number, to: number): Block[] {
  const paragraphs: Block[] = [];
  const add = (at: number, end: number) => {
    if (end > at) paragraphs.push({ kind: 'paragraph', at, spans: spansOf(text.slice(at, end), at) });
  };
  let begin = from;
  for (const { index, 0: blank } of text.slice(from, to).matchAll(BLANK_LINES)) {
    const end = from + index + lengthOfLines(blank);
    add(begin, end);
    begin = end;
  }
  add(begin, to);
  return paragraphs;
}

/** Up to the last line break: what is behind it indents the next line. */
function lengthOfLines(blank: string): number {
  return blank.lastIndexOf('\n') + 1;
}
