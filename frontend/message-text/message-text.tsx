import { parse } from './parse.ts';
import type { Span } from './spans.ts';
import '../styles/message-text.css';

/** A message as it is meant: paragraphs, code, emphasis, links. All of it is text to the page; none of it is ever HTML. */
export function MessageText({ text }: { text: string }) {
  return parse(text).map((block) =>
    block.kind === 'code' ? (
      <pre key={block.at} dir="ltr">
        <code>{block.text}</code>
      </pre>
    ) : (
      <p key={block.at} dir="auto">
        <Spans of={block.spans} />
      </p>
    ),
  );
}

function Spans({ of: spans }: { of: readonly Span[] }) {
  return spans.map((span) => (span.kind === 'text' ? span.text : <Meant key={span.at} {...span} />));
}

function Meant(span: Exclude<Span, { kind: 'text' }>) {
  switch (span.kind) {
    case 'code':
      return <code dir="auto">{span.text}</code>;
    case 'link':
      return (
        <a href={span.href} target="_blank" rel="noopener noreferrer" dir="ltr">
          {span.text}
        </a>
      );
    case 'bold':
      return (
        <strong>
          <Spans of={span.spans} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Spans of={span.spans} />
        </em>
      );
  }
}
