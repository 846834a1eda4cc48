import { describe, expect, test } from '@jest/globals';
import { exportedMessages, type ToExport } from '../../frontend/export/exported.ts';
import { fileName } from '../../frontend/export/file-name.ts';
import { fileOfParts } from '../../frontend/export/file-of-parts.ts';
import { extentOf, type History } from '../../frontend/export/history.ts';
import { htmlParts, type Written } from '../../frontend/export/html-parts.ts';
import { jsonParts } from '../../frontend/export/json-parts.ts';
import { exporting as ar } from '../../frontend/texts/ar/export.ts';
import { exporting as en } from '../../frontend/texts/en/export.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { madeUpMessages, seeded } from '../../scripts/bench/made-up-messages.ts';
import { misnested } from './tags.ts';

const AT = Date.UTC(2026, 10, 25, 9);
const MINUTE_MS = 60_000;
const ALICE = { name: 'alice', displayName: 'Alice' };
const BOB = { name: 'bob', displayName: 'Bob' };
const ENGLISH: Written = { texts: en, tag: 'en', direction: 'ltr' };

type What = Pick<Entry, 'kind'> & { readonly from?: string } & Record<string, unknown>;

/** A log of these, one a minute, by bob unless it is said otherwise. */
function logOf(...all: What[]): Entry[] {
  let messages = 0;
  return all.map((what, i) => {
    if (what.kind === 'message') messages += 1;
    const placed = { seq: i + 1, from: 'bob', clientId: `id-${i + 1}`, at: AT + i * MINUTE_MS, messages };
    return { ...placed, ...what } as Entry;
  });
}

const said = (text: string, more: Partial<What> = {}): What => ({ kind: 'message', text, ...more });

function historyOf(entries: readonly Entry[], side: History['side'] = {}, person = BOB): History {
  return { with: person, entries, side };
}

function toExport(...histories: History[]): ToExport {
  return { at: AT, by: ALICE, histories };
}

const jsonOf = (exported: ToExport) => JSON.parse([...jsonParts(exported)].join(''));
const htmlOf = (exported: ToExport, written = ENGLISH) => [...htmlParts(exported, written)].join('');

const TALK = logOf(
  said('Is this thing on?'),
  said('It si', { from: 'alice', replyTo: 1 }),
  { kind: 'edit', from: 'alice', target: 2, text: 'It *is*' },
  { kind: 'reaction', target: 2, emoji: '👍' },
  said('A secret'),
  { kind: 'deletion', target: 5 },
  said('Look', { forwarded: true }),
);

describe('what is exported of a message', () => {
  test('is what it has become, with what it was before', () => {
    expect(exportedMessages(historyOf(TALK, { starred: [7] }))).toEqual([
      { seq: 1, from: 'bob', at: '2026-11-25T09:00:00.000Z', text: 'Is this thing on?' },
      {
        seq: 2,
        from: 'alice',
        at: '2026-11-25T09:01:00.000Z',
        text: 'It *is*',
        edited: '2026-11-25T09:02:00.000Z',
        former: [{ text: 'It si', at: '2026-11-25T09:01:00.000Z' }],
        replyTo: 1,
        reactions: [{ emoji: '👍', people: ['bob'] }],
      },
      { seq: 5, from: 'bob', at: '2026-11-25T09:04:00.000Z', text: '', deleted: true },
      {
        seq: 7,
        from: 'bob',
        at: '2026-11-25T09:06:00.000Z',
        text: 'Look',
        forwarded: true,
        starred: true,
      },
    ]);
  });

  test('is nothing where alice has deleted it for herself, or had its sender blocked', () => {
    const entries = logOf(said('one'), said('two'), said('', { gone: 'blocked' }), said('four'));
    const texts = exportedMessages(historyOf(entries, { hidden: [2] })).map(({ text }) => text);
    expect(texts).toEqual(['one', 'four']);
  });

  test('says how much of all there is, by the count that entries carry', () => {
    expect(extentOf({ entries: TALK })).toEqual({ held: 4, all: 4 });
    expect(extentOf({ entries: TALK.slice(2) })).toEqual({ held: 2, all: 4 });
    expect(extentOf({ entries: [] })).toEqual({ held: 0, all: 0 });
  });
});

describe('the JSON', () => {
  test('parses back to what was exported', () => {
    const carol = historyOf([], {}, { name: 'carol', displayName: '"Carol" \u2028 </script>' });
    const parsed = jsonOf(toExport(historyOf(TALK), carol));
    expect(parsed).toEqual({
      version: 1,
      exportedAt: '2026-11-25T09:00:00.000Z',
      by: ALICE,
      conversations: [
        { with: BOB, complete: true, messages: exportedMessages(historyOf(TALK)) },
        { with: carol.with, complete: true, messages: [] },
      ],
    });
  });

  test('says when not all is there', () => {
    expect(jsonOf(toExport(historyOf(TALK.slice(4)))).conversations[0].complete).toBe(false);
  });

  test('is there where nothing was ever written', () => {
    expect(jsonOf(toExport()).conversations).toEqual([]);
  });
});

describe('the HTML', () => {
  test('tells who wrote what, with what it means, what it answers, and what became of it', () => {
    const html = htmlOf(toExport(historyOf(TALK, { starred: [7] })));
    expect(html).toContain('<h1>Conversation with \u2068Bob\u2069</h1>');
    expect(html).toContain('Wednesday, November 25, 2026</h2>');
    expect(html).toContain('<p dir="auto">It <strong>is</strong></p>');
    expect(html).toContain(
      '<a href="#c1-1"><bdi class="who">Bob</bdi> <span dir="auto">Is this thing on?</span>',
    );
    expect(html).toContain('<p dir="auto">It si</p>');
    expect(html).toContain('👍 from \u2068Bob\u2069');
    expect(html).toContain(en.deleted);
    expect(html).toContain(en.forwarded);
    expect(html).toContain(en.starred);
    expect(html).not.toContain('A secret');
    expect(misnested(html)).toEqual([]);
  });

  test('lets nothing be loaded and nothing run', () => {
    const html = htmlOf(toExport(historyOf(TALK)));
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">/);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/i);
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['the end of the style', '</style><img src=x onerror=alert(1)>'],
    ['the end of the title', '</title></head><body onload=alert(1)>'],
    ['quotes', `"><svg onload='alert(1)'>`],
    ['an address that runs', 'javascript:alert(1) and [x](javascript:alert(1)) and data:text/html,<b>'],
    ['quotes in an address', `https://example.org/"onmouseover="alert(1) https://example.org/'><b>`],
    ['code', '```</code></pre><iframe src="https://example.org">```'],
    ['an entity', '&lt;b&gt; &amp;quot; &#0;'],
    ['what turns the direction', '\u202egnp.exe \u2067 <b> שלום'],
  ])('has %s as text, wherever it stands', (_, evil) => {
    const mallory = { name: 'mallory', displayName: evil };
    const entries = logOf(
      said(evil, { from: 'mallory' }),
      said(`*${evil}*`, { from: 'alice', replyTo: 1 }),
      { kind: 'edit', from: 'alice', target: 2, text: evil },
      { kind: 'reaction', from: 'mallory', target: 2, emoji: evil },
    );
    const one = historyOf(entries, {}, mallory);
    for (const html of [
      htmlOf(toExport(one)),
      htmlOf({ ...toExport(one, one), by: { ...ALICE, displayName: evil } }),
    ]) {
      expect(misnested(html)).toEqual([]);
      const tags = [...html.matchAll(/<([a-z]+)((?:[^>"]|"[^"]*")*)>/g)];
      expect(tags.map(([, name]) => name)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/script|img|svg|iframe|link|object|base|form/)]),
      );
      for (const [, , attributes = ''] of tags) expect(attributes).not.toMatch(/\son[a-z]+=/);
      const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
      for (const address of addresses) expect(address).toMatch(/^(#c\d|https?:\/\/)/);
    }
  });

  test('is in the language of the pages, in its direction', () => {
    const html = htmlOf(toExport(historyOf(TALK)), { texts: ar, tag: 'ar-EG', direction: 'rtl' });
    expect(html).toContain('<html lang="ar-EG" dir="rtl">');
    expect(html).toContain('نوفمبر');
    expect(html).not.toContain('Wednesday');
  });

  test('of several conversations begins with their names, and each number is there once', () => {
    const html = htmlOf(
      toExport(historyOf(TALK), historyOf(TALK, {}, { name: 'carol', displayName: 'Carol' })),
    );
    expect(html).toContain('<h1>All conversations</h1>');
    expect(html).toContain('<a href="#c2">Conversation with \u2068Carol\u2069</a>');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(misnested(html)).toEqual([]);
  });

  test('of what alice wrote to herself has a title of its own', () => {
    expect(htmlOf(toExport(historyOf([], {}, ALICE)))).toContain('<h1>Notes to self</h1>');
  });

  test('says when not all is there', () => {
    expect(htmlOf(toExport(historyOf(TALK.slice(4))))).toContain(en.partial(2, 4));
    expect(htmlOf(toExport(historyOf(TALK)))).not.toContain('Not everything');
  });
});

describe('a file', () => {
  test('is called by whom it is with, and by the day', () => {
    const at = new Date(2026, 2, 5, 23, 59).getTime();
    expect(fileName('bob', 'json', at)).toBe('chat-with-bob-2026-03-05.json');
    expect(fileName(undefined, 'html', at)).toBe('all-chats-2026-03-05.html');
  });

  test.each([
    ['HTML', (all: ToExport) => htmlParts(all, ENGLISH)],
    ['JSON', (all: ToExport) => jsonParts(all)],
  ])('of 50,000 messages, as %s, is made while other things go on, and is whole', async (_, partsOf) => {
    const logs = [...madeUpMessages(50_000, seeded(1))];
    const all = toExport(
      ...logs.map(([name, entries]) => historyOf(entries, {}, { name, displayName: name })),
    );
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    const file = await fileOfParts(partsOf(all), 'text/plain', new AbortController().signal);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(2);
    expect(await file.text()).toBe([...partsOf(all)].join(''));
  });

  test('is not made any further when it is stopped', async () => {
    const stopping = new AbortController();
    function* endless() {
      for (;;) {
        yield 'more';
        stopping.abort();
      }
    }
    await expect(fileOfParts(endless(), 'text/plain', stopping.signal)).rejects.toThrow('aborted');
  });
});
