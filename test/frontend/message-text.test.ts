import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Block, parse, plainText } from '../../frontend/message-text/parse.ts';
import type { Span } from '../../frontend/message-text/spans.ts';
import { MAX_TEXT_CHARACTERS } from '../../lib/protocol/limits.ts';

/** Far from what a text of so few characters takes, and far below what somebody notices. */
const QUICK_MS = 100;

/** What is shown, in a notation of its own: <b>, <i>, <c> for code, <a> for links, [pre] for a block of code. */
function shown(text: string): string {
  const spans = (all: readonly Span[]): string =>
    all
      .map((span) => {
        if (span.kind === 'text') return span.text;
        if (span.kind === 'code') return `<c>${span.text}</c>`;
        if (span.kind === 'link') return `<a>${span.text}</a>`;
        return span.kind === 'bold' ? `<b>${spans(span.spans)}</b>` : `<i>${spans(span.spans)}</i>`;
      })
      .join('');
  const block = (one: Block) => (one.kind === 'code' ? `[pre]${one.text}[/pre]` : spans(one.spans));
  return parse(text).map(block).join('|');
}

const addressesIn = (text: string) => leavesOf(text).flatMap((leaf) => (leaf.href ? [leaf.href] : []));

describe('markers make', () => {
  test.each([
    ['*bold*', '<b>bold</b>'],
    ['so *very bold*!', 'so <b>very bold</b>!'],
    ['_italic_, (_too_)', '<i>italic</i>, (<i>too</i>)'],
    ['*bold and _both_*', '<b>bold and <i>both</i></b>'],
    ['_*both*_', '<i><b>both</b></i>'],
    ['_snake_case_ and _a_b_', '<i>snake_case</i> and <i>a_b</i>'],
    ['`code`', '<c>code</c>'],
    ['run `npm start`.', 'run <c>npm start</c>.'],
    ['*`code` in bold*', '<b><c>code</c> in bold</b>'],
    ['*fett* und _kursiv_; *عريض*', '<b>fett</b> und <i>kursiv</i>; <b>عريض</b>'],
    ['😀*bold*😀', '😀<b>bold</b>😀'],
  ])('of %j: %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    '2*3*4',
    'snake_case_names',
    '*',
    '* a *',
    '* one\n* two',
    '**',
    '**bold**',
    '*not ended',
    '_not ended\n_on the next',
    '`not ended',
    '``',
    '` `',
    'a`b`c',
    '_a *b_c',
    '¯\\_(ツ)_/¯ 5*',
  ])('nothing else of %j', (text) => {
    expect(shown(text)).toBe(text);
  });

  test('nothing of markers in code and in addresses', () => {
    expect(shown('`*a* _b_`')).toBe('<c>*a* _b_</c>');
    expect(shown('https://example.org/_a_/*b*/c')).toBe('<a>https://example.org/_a_/*b*/c</a>');
    expect(shown('```*a* https://example.org```')).toBe('[pre]*a* https://example.org[/pre]');
  });

  test('only what begins last of two that cross', () => {
    expect(shown('*a _b* c_')).toBe('<b>a _b</b> c_');
  });
});

describe('a message falls into', () => {
  test.each([
    ['one\ntwo', 'one\ntwo'],
    ['one\n\ntwo', 'one\n\n|two'],
    ['one\n \n\n  two', 'one\n \n\n|  two'],
    ['```let a = 1;```', '[pre]let a = 1;[/pre]'],
    ['look:\n```\n  a\n\n  b\n```\ngood?', 'look:\n|[pre]  a\n\n  b[/pre]|good?'],
    ['```a``` ```b```', '[pre]a[/pre]| |[pre]b[/pre]'],
    ['``` not ended', '``` not ended'],
    ['``````', '``````'],
    ['a```b```', 'a```b```'],
  ])('%j as %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('nothing, if it is nothing', () => {
    expect(parse('')).toEqual([]);
  });
});

describe('the web addresses in', () => {
  test.each([
    ['see https://example.org/a?b=c#d for more', ['https://example.org/a?b=c#d']],
    ['https://example.org.', ['https://example.org']],
    ['(http://example.org/x), “https://example.org/y”', ['http://example.org/x', 'https://example.org/y']],
    ['(https://en.wikipedia.org/wiki/Ink_(colour))', ['https://en.wikipedia.org/wiki/Ink_(colour)']],
    [
      'https://example.org/_a_ *https://example.org/b_*',
      ['https://example.org/_a_', 'https://example.org/b_'],
    ],
    ['*https://example.org* _http://example.net_', ['https://example.org', 'http://example.net']],
    ['HTTPS://EXAMPLE.ORG/A', ['HTTPS://EXAMPLE.ORG/A']],
    ['www.example.org, not www. or awww.example.org', ['https://www.example.org']],
    ['<https://example.org>', ['https://example.org']],
    ['https://example.org/\u202egpj.exe', ['https://example.org/']],
    ['javascript:alert(1) data:text/html,x ftp://example.org', []],
    ['https:// and http://', []],
  ])('%j are %j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });
});

describe('without markers', () => {
  test.each([
    ['*bold* _and_ `code`', 'bold and code'],
    ['one\n\ntwo\n  three ', 'one two three'],
    ['see:\n```\na\nb\n```\nok', 'see: a b ok'],
    ['2*3*4 https://example.org/_a_', '2*3*4 https://example.org/_a_'],
    ['', ''],
  ])('%j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '`',
    '```',
    '\n',
    '\n\n',
    ' ',
    'a',
    '(',
    ')',
    'https://',
    'www.a.b',
  );
  const texts = fc
    .array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'binary' }), fc.webUrl()))
    .map((all) => all.join(''));

  test('nothing of it is lost but markers', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const { at, text: piece } of leavesOf(text)) {
          expect(text.slice(end, at)).toMatch(/^(?:[*_`]|```\n?|\n```\n?)*$/);
          expect(text.slice(at, at + piece.length)).toBe(piece);
          end = at + piece.length;
        }
        expect(text.slice(end)).toMatch(/^(?:[*_`]|\n?```\n?)*$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a preview of it has one line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(plainText(text)).not.toMatch(/\n|^\s|\s$/);
      }),
    );
  });

  test.each([
    '*',
    '_',
    '`',
    '```',
    '(',
    '\n',
    '*_',
    '*a ',
    '_a\n',
    '`a ',
    ' ```',
    'http://',
    'https://(',
    'www.a',
  ])('a text of nothing but %j is understood at once', (piece) => {
    const text = piece.repeat(MAX_TEXT_CHARACTERS / piece.length);
    const started = performance.now();
    parse(text);
    expect(performance.now() - started).toBeLessThan(QUICK_MS);
  });
});

interface Leaf {
  readonly at: number;
  readonly text: string;
  readonly href?: string;
}

/** The texts of a message where they begin, in their order. */
function leavesOf(text: string): Leaf[] {
  const leaves = (span: Span): Leaf[] => ('spans' in span ? span.spans.flatMap(leaves) : [span]);
  return parse(text).flatMap((block): Leaf[] =>
    block.kind === 'code' ? [block] : block.spans.flatMap(leaves),
  );
}
