import { useMemo } from 'react';
import { dayName, isSameDay } from '../parts/times.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { unsentTo } from '../state/outbox.ts';
import { myName } from '../state/reducer.ts';
import { hasEarlier } from '../state/run.ts';
import { messagesOf, type ShownMessage } from '../state/shown-messages.ts';
import { Message } from './message.tsx';
import { useScrolling } from './use-scrolling.ts';

/** Messages of one person that follow each other within this time look like one block. */
const BLOCK_MS = 5 * 60_000;

/** What was written, from the top to the latest at the bottom; earlier pages come as one scrolls up. */
export function MessageLog({ name, displayName }: { name: string; displayName: string }) {
  const chat = useChat();
  const conversation = useKnown((state) => state.conversations.get(name) ?? NO_CONVERSATION);
  const outbox = useKnown((state) => state.outbox);
  const me = useKnown(myName);
  const messages = useMemo(
    () => messagesOf(conversation, unsentTo(outbox, name), me),
    [conversation, outbox, name, me],
  );
  const canLoadEarlier = hasEarlier(conversation) && conversation.earlier === 'idle';
  const { scroller, isNewBelow, toEnd } = useScrolling(messages, () => {
    if (canLoadEarlier) chat.loadEarlier(name);
  });

  return (
    <div className="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach */}
      <div ref={scroller} className="log" role="log" aria-label="Messages" tabIndex={0}>
        <Beginning
          isLoaded={conversation.loaded}
          earlier={conversation.earlier}
          isEmpty={messages.length === 0}
          displayName={displayName}
          onRetry={() => chat.loadEarlier(name)}
        />
        <ol>{messages.map((message, i) => shown(message, messages[i - 1], messages[i + 1], displayName))}</ol>
      </div>
      {isNewBelow && (
        <button type="button" className="new-below" onClick={toEnd}>
          New messages ↓
        </button>
      )}
    </div>
  );
}

function shown(
  { key, ...message }: ShownMessage,
  before: ShownMessage | undefined,
  after: ShownMessage | undefined,
  displayName: string,
) {
  const isNewDay = !before || !isSameDay(before.at, message.at);
  return (
    <Message
      key={key}
      {...message}
      by={message.mine ? 'You' : displayName}
      day={isNewDay ? dayName(message.at, Date.now()) : undefined}
      isFirst={isNewDay || !isOneBlock(before, message)}
      isLast={!after || !isOneBlock(message, after)}
    />
  );
}

function isOneBlock(one: Moment, next: Moment): boolean {
  return one.from === next.from && next.at - one.at < BLOCK_MS && isSameDay(one.at, next.at);
}

type Moment = Pick<ShownMessage, 'from' | 'at'>;

interface BeginningProps {
  readonly isLoaded: boolean;
  readonly earlier: 'idle' | 'loading' | 'failed';
  readonly isEmpty: boolean;
  readonly displayName: string;
  readonly onRetry: () => void;
}

/** What stands above the first message. */
function Beginning({ isLoaded, earlier, isEmpty, displayName, onRetry }: BeginningProps) {
  if (!isLoaded || earlier === 'loading') return <p className="log-hint appears-late">Loading…</p>;
  if (earlier === 'failed') {
    return (
      <p className="log-hint" role="alert">
        Earlier messages could not be loaded.{' '}
        <button type="button" className="link-button" onClick={onRetry}>
          Try again
        </button>
      </p>
    );
  }
  if (isEmpty) return <p className="log-hint">This is the beginning. Say hello to {displayName}.</p>;
  return null;
}
