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
/** The line breaks beside fences are theirs. Of nothing but fences there is no code. */
const FENCED = /(?<!\S)```(\n?)(?!\s*```)([\s\S]*?)\n?```\n?/g;
/** Behind empty lines. */
const BETWEEN_PARAGRAPHS = /(?<=\n[^\S\n]*\n)(?![^\S\n]*\n)/;

/**
 * What a message means: paragraphs, code, emphasis and links. Nothing is lost but the markers, which stand where the
 * pieces don't; each piece says by `at` where in the text its own text begins. Any text is a message; what can't be
 * meant as a marker is text.
 */
export function parse(text: string): Block[] {
  const blocks: Block[] = [];
  let done = 0;
  const addParagraphsUpTo = (end: number) => {
    for (const paragraph of text.slice(done, end).split(BETWEEN_PARAGRAPHS)) {
      if (paragraph !== '') blocks.push({ kind: 'paragraph', at: done, spans: spansOf(paragraph, done) });
      done += paragraph.length;
    }
  };
  for (const { index, 0: fenced, 1: lineBreak = '', 2: code = '' } of text.matchAll(FENCED)) {
    addParagraphsUpTo(index);
    blocks.push({ kind: 'code', at: index + FENCE.length + lineBreak.length, text: code });
    done = index + fenced.length;
  }
  addParagraphsUpTo(text.length);
  return blocks;
}

/** The text of a message without its markers, in one line: for previews and quotes. */
export function plainText(text: string): string {
  const whole = parse(text).map((block) => (block.kind === 'code' ? block.text : visibleText(block.spans)));
  return whole.join(' ').replace(/\s+/g, ' ').trim();
}

function visibleText(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? visibleText(span.spans) : span.text)).join('');
}
