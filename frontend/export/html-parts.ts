import type { Person } from '../../lib/protocol/names.ts';
import { isSameDay } from '../parts/times.ts';
import type { ExportTexts } from '../texts/en/export.ts';
import { escaped } from './escaped.ts';
import { type ExportedMessage, exportedMessages, type ToExport } from './exported.ts';
import { type Extent, extentOf, type History } from './history.ts';
import { type Around, htmlMessage } from './html-message.ts';
import { HTML_STYLE } from './html-style.ts';

/** Nothing is loaded and nothing runs, whatever somebody has written. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The language of a file. */
export interface Written {
  readonly texts: ExportTexts;
  /** As `Intl` and `<html lang>` know it. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

/** An HTML file, piece by piece, that is read in any browser, without a network, and can be printed. */
export function* htmlParts(toExport: ToExport, written: Written): Generator<string> {
  const { at, by, histories } = toExport;
  const { texts } = written;
  const [only] = histories.length === 1 ? histories : [];
  const title = only ? titleOf(only.with, by, texts) : texts.titleOfAll;
  yield head(title, written);
  yield `<body>\n<header><h1>${escaped(title)}</h1>\n${about(at, by, written)}`;
  if (only) yield partial(extentOf(only), texts);
  yield `</header>\n${only ? '' : contents(toExport, texts)}<main>\n`;
  for (const [place, history] of histories.entries()) {
    yield `<section class="conversation" id="${idOf(place)}">\n`;
    if (!only)
      yield `<h2>${escaped(titleOf(history.with, by, texts))}</h2>\n${partial(extentOf(history), texts)}`;
    yield* messages(history, toExport, written, { id: idOf(place), heading: only ? 'h2' : 'h3' });
    yield '</section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}

function head(title: string, { tag, direction }: Written): string {
  return `<!doctype html>
<html lang="${escaped(tag)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${HTML_STYLE}</style>
</head>
`;
}

function titleOf(person: Person, me: Person, texts: ExportTexts): string {
  return person.name === me.name ? texts.titleOfNotes : texts.title(person.displayName);
}

function about(at: number, by: Person, { texts, tag }: Written): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  const said = texts.exported(by.displayName, format.format(at), format.resolvedOptions().timeZone);
  return `<p class="about">${escaped(said)}</p>\n`;
}

function partial({ held, all }: Extent, texts: ExportTexts): string {
  return held === all ? '' : `<p class="about">${escaped(texts.partial(held, all))}</p>\n`;
}

function contents({ by, histories }: ToExport, texts: ExportTexts): string {
  const items = histories.map(
    (history, i) => `<li><a href="#${idOf(i)}">${escaped(titleOf(history.with, by, texts))}</a></li>\n`,
  );
  return `<nav><ul>\n${items.join('')}</ul></nav>\n`;
}

function idOf(place: number): string {
  return `c${place + 1}`;
}

function* messages(
  history: History,
  { by }: ToExport,
  { texts, tag }: Written,
  { id, heading }: { readonly id: string; readonly heading: string },
): Generator<string> {
  const all = exportedMessages(history);
  const bySeq = new Map(all.map((message) => [message.seq, message]));
  const dayOf = writes(tag, { dateStyle: 'full' });
  const listFormat = new Intl.ListFormat(tag);
  const around: Around = {
    texts,
    me: by.name,
    id,
    nameOf: (name) => [by, history.with].find((person) => person.name === name)?.displayName ?? name,
    timeOfDay: writes(tag, { timeStyle: 'short' }),
    moment: writes(tag, { dateStyle: 'medium', timeStyle: 'short' }),
    listed: (names) => listFormat.format(names),
    messageAt: (seq) => bySeq.get(seq),
  };
  let before: ExportedMessage | undefined;
  for (const message of all) {
    const isNewDay = !before || !isSameDay(Date.parse(before.at), Date.parse(message.at));
    if (isNewDay) yield `<${heading} class="day">${escaped(dayOf(message.at))}</${heading}>\n`;
    yield htmlMessage(message, around);
    before = message;
  }
  if (all.length === 0) yield `<p class="about">${escaped(texts.nothing)}</p>\n`;
}

function writes(tag: string, options: Intl.DateTimeFormatOptions): (at: string) => string {
  const format = new Intl.DateTimeFormat(tag, options);
  return (at) => format.format(Date.parse(at));
}
