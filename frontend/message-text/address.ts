/** What turns the direction of writing could show another address than the one it leads to. */
const IN_ADDRESS = '[^\\s<>"\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+';

/** Finds what may begin with an address, as the source of a pattern. */
export const LIKE_AN_ADDRESS = `(?:https?://|(?<![\\p{L}\\p{N}.@/-])www\\.(?=[^\\s.]+\\.))${IN_ADDRESS}`;

/** What ends a sentence more often than an address. */
const TRAILING = '.,:;!?\'")]}»”’`';

/** A web address in a text, and where it leads. */
export interface Address {
  readonly text: string;
  readonly href: string;
}

/**
 * The web address that something begins with which looks like one: `http:`, `https:` or `www.`, and no other kind.
 * @param markers that have begun an emphasis before, which they end if they come last
 * @returns nothing if it leads nowhere
 */
export function addressIn(written: string, markers: string): Address | undefined {
  const text = withoutAtEnd(`${TRAILING}${markers}`, written);
  const href = /^http/i.test(text) ? text : `https://${text}`;
  return URL.canParse(href) ? { text, href } : undefined;
}

/** A closing parenthesis belongs to the address if it closes one that is in it. */
function withoutAtEnd(trailing: string, written: string): string {
  let unopened = count(written, ')') - count(written, '(');
  let end = written.length;
  while (end > 0) {
    const last = written[end - 1] as string;
    if (!trailing.includes(last) || (last === ')' && unopened <= 0)) break;
    if (last === ')') unopened--;
    end--;
  }
  return written.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
