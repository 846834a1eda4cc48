import { parse } from '../message-text/parse.ts';
import type { Span } from '../message-text/spans.ts';
import { escaped } from './escaped.ts';

/** A message's text as HTML, with what it means: as the conversation shows it. */
export function htmlText(text: string): string {
  return parse(text)
    .map((block) =>
      block.kind === 'code'
        ? `<pre dir="ltr"><code>${escaped(block.text)}</code></pre>`
        : `<p dir="auto">${htmlSpans(block.spans)}</p>`,
    )
    .join('');
}

function htmlSpans(spans: readonly Span[]): string {
  return spans.map(htmlSpan).join('');
}

function htmlSpan(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escaped(span.text);
    case 'code':
      return `<code dir="auto">${escaped(span.text)}</code>`;
    case 'link':
      return `<a href="${escaped(span.href)}" rel="noopener noreferrer" dir="ltr">${escaped(span.text)}</a>`;
    case 'bold':
      return `<strong>${htmlSpans(span.spans)}</strong>`;
    case 'italic':
      return `<em>${htmlSpans(span.spans)}</em>`;
  }
}
