import { plainText } from '../message-text/parse.ts';
import type { ExportTexts } from '../texts/en/export.ts';
import { escaped } from './escaped.ts';
import type { ExportedMessage } from './exported.ts';
import { htmlText } from './html-text.ts';

/** As many characters of what is answered are enough to know it again. */
const QUOTE_CHARACTERS = 160;

/** What the messages of a conversation share in an HTML file. */
export interface Around {
  readonly texts: ExportTexts;
  readonly me: string;
  /** Tells the conversations of one file apart. */
  readonly id: string;
  readonly nameOf: (name: string) => string;
  readonly timeOfDay: (at: string) => string;
  readonly moment: (at: string) => string;
  readonly listed: (names: readonly string[]) => string;
  /** Nothing if the file does not have that message. */
  readonly messageAt: (seq: number) => ExportedMessage | undefined;
}

/** One message: who, when, what, and what became of it. */
export function htmlMessage(message: ExportedMessage, around: Around): string {
  const { texts, me, id, nameOf, timeOfDay } = around;
  const { seq, from, at, text, deleted } = message;
  return [
    `<article id="${id}-${seq}"${from === me ? ' class="mine"' : ''}><header>`,
    `<bdi class="who">${escaped(nameOf(from))}</bdi> <time datetime="${at}">${escaped(timeOfDay(at))}</time>`,
    ...remarks(message, texts).map((remark) => ` <span class="remark">${escaped(remark)}</span>`),
    '</header>',
    quote(message, around),
    deleted ? `<p class="deleted">${escaped(texts.deleted)}</p>` : htmlText(text),
    formerTexts(message, around),
    reactions(message, around),
    '</article>\n',
  ].join('');
}

function remarks({ forwarded, edited, starred }: ExportedMessage, texts: ExportTexts): string[] {
  return [
    ...(forwarded ? [texts.forwarded] : []),
    ...(edited === undefined ? [] : [texts.edited]),
    ...(starred ? [texts.starred] : []),
  ];
}

function quote({ replyTo }: ExportedMessage, { texts, id, nameOf, messageAt }: Around): string {
  const quoted = replyTo === undefined ? undefined : messageAt(replyTo);
  if (!quoted) return '';
  const text = quoted.deleted ? texts.deleted : shortened(plainText(quoted.text));
  const who = `<bdi class="who">${escaped(nameOf(quoted.from))}</bdi>`;
  return `<blockquote><a href="#${id}-${quoted.seq}">${who} <span dir="auto">${escaped(text)}</span></a></blockquote>`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTE_CHARACTERS ? text : `${characters.slice(0, QUOTE_CHARACTERS).join('')}…`;
}

function formerTexts({ former = [] }: ExportedMessage, { texts, moment }: Around): string {
  if (former.length === 0) return '';
  const items = former.map(
    ({ text, at }) => `<li><time datetime="${at}">${escaped(moment(at))}</time>${htmlText(text)}</li>`,
  );
  return `<details><summary>${escaped(texts.former)}</summary><ol>${items.join('')}</ol></details>`;
}

function reactions({ reactions: all = [] }: ExportedMessage, { texts, nameOf, listed }: Around): string {
  if (all.length === 0) return '';
  const items = all.map(({ emoji, people }) => texts.reacted(emoji, listed(people.map(nameOf))));
  return `<ul class="reactions">${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}
