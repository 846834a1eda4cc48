import { type Address, addressIn } from './address.ts';

/** What in a paragraph may be more than text. */
export type Token =
  | { readonly kind: 'code'; readonly index: number; readonly length: number }
  | { readonly kind: 'link'; readonly index: number; readonly length: number; readonly address: Address }
  | { readonly kind: 'marker'; readonly index: number; readonly marker: string }
  | { readonly kind: 'line-break'; readonly index: number };

// No part of the pattern may be tried at each place anew up to the end of a long text: a text of nothing but markers
// would keep the page busy for minutes.
const CODE = '(?<![\\p{L}\\p{N}`])`(?=[^\\s`])[^`\\n]*(?<!\\s)`(?![\\p{L}\\p{N}`])';
/** What turns the direction of writing could show another address than the one it leads to. */
const IN_ADDRESS = '[^\\s<>"\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+';
const ADDRESS = `https?://${IN_ADDRESS}`;
const BARE_ADDRESS = `(?<![\\p{L}\\p{N}.@/-])www\\.[\\p{L}\\p{N}-]+\\.${IN_ADDRESS}`;
const TOKEN = new RegExp(`${CODE}|${ADDRESS}|${BARE_ADDRESS}|[*_\\n]`, 'giu');

/** All of them, in their order; what is in an address or in code is none of its own. */
export function* tokensIn(text: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const token = tokenOf(found[0], found.index);
    if (!token) continue;
    // What was cut off an address may be a marker.
    if (token.kind === 'link') TOKEN.lastIndex = found.index + token.length;
    const goOn = TOKEN.lastIndex;
    yield token;
    // Whoever got the token may have looked at another text meanwhile.
    TOKEN.lastIndex = goOn;
  }
}

function tokenOf(found: string, index: number): Token | undefined {
  if (found === '\n') return { kind: 'line-break', index };
  if (found.length === 1) return { kind: 'marker', index, marker: found };
  if (found.startsWith('`')) return { kind: 'code', index, length: found.length };
  const address = addressIn(found);
  return address && { kind: 'link', index, length: address.text.length, address };
}
