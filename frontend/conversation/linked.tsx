const ADDRESS = /https?:\/\/[^\s<>"]+/g;

/** What ends a sentence more often than an address. */
const TRAILING = /[.,:;!?'")\]}»”’]+$/;

/** A text as it was written, with the web addresses in it as links. */
export function Linked({ text }: { text: string }) {
  return partsOf(text).map(({ at, part, isAddress }) =>
    isAddress ? (
      <a key={at} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

interface Part {
  readonly at: number;
  readonly part: string;
  readonly isAddress: boolean;
}

/** The text in pieces; together they are the text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { index, 0: match } of text.matchAll(ADDRESS)) {
    const address = match.replace(TRAILING, '');
    if (!URL.canParse(address)) continue;
    if (index > end) parts.push({ at: end, part: text.slice(end, index), isAddress: false });
    parts.push({ at: index, part: address, isAddress: true });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ at: end, part: text.slice(end), isAddress: false });
  return parts;
}
