import { memo, useId, useMemo } from 'react';
import { Link } from 'wouter';
import { Avatar } from '../parts/avatar.tsx';
import { More } from '../parts/more.tsx';
import { shortTime, wholeMoment } from '../parts/times.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { type ShownConversation, shownConversations } from '../state/shown-lists.ts';

/** The conversations in which something was written, the latest first. */
export function ConversationList() {
  const chat = useChat();
  const heading = useId();
  const conversations = useKnown((state) => state.conversations);
  const outbox = useKnown((state) => state.outbox);
  const people = useKnown((state) => state.people);
  const session = useKnown((state) => state.session);
  const older = useKnown((state) => state.olderConversations);
  const open = useKnown((state) => state.open);
  const shown = useMemo(
    () => shownConversations({ conversations, outbox, people, session }),
    [conversations, outbox, people, session],
  );
  return (
    <nav aria-label="Conversations">
      <h2 id={heading}>Conversations</h2>
      {shown.length === 0 && <p className="hint">None yet. Choose somebody below and say hello.</p>}
      <ul aria-labelledby={heading}>
        {shown.map((conversation) => (
          <Row key={conversation.person.name} {...conversation} isOpen={conversation.person.name === open} />
        ))}
      </ul>
      <More
        label="Older conversations"
        isThere={older.next !== undefined}
        status={older.status}
        onMore={chat.loadOlderConversations}
      />
    </nav>
  );
}

const Row = memo(function Row({
  person,
  at,
  preview,
  mine,
  state,
  unseen,
  isOpen,
}: ShownConversation & { isOpen: boolean }) {
  return (
    <li>
      <Link
        href={`/c/${person.name}`}
        className="row"
        aria-current={isOpen ? 'page' : undefined}
        data-unseen={unseen}
      >
        <Avatar person={person} />
        <span className="row-title">{person.displayName}</span>
        <time className="row-time" dateTime={new Date(at).toISOString()} title={wholeMoment(at)}>
          {shortTime(at, Date.now())}
        </time>
        <span className="row-preview" data-state={state}>
          {state === 'failed' ? 'Not sent: ' : mine && 'You: '}
          {preview}
        </span>
        {unseen && <span className="unseen-dot" role="img" aria-label="New messages" />}
      </Link>
    </li>
  );
});
