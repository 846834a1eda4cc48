import { Fragment, useDeferredValue, useMemo } from 'react';
import type { Marks } from '../../lib/protocol/side.ts';
import { useActionParts } from '../message-actions/use-action-parts.ts';
import { dayName } from '../parts/times.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { messagesIn, unsentTo } from '../state/outbox.ts';
import { myName } from '../state/reducer.ts';
import { hasEarlier } from '../state/run.ts';
import { unreadCount } from '../state/sides.ts';
import { useTexts } from '../texts/use-texts.ts';
import { type Delivery, Message } from './message.tsx';
import { useRowWindow } from './use-row-window.ts';
import { useUnreadLine } from './use-unread-line.ts';

/** What was written, from the top to the latest at the bottom; earlier pages come as one scrolls up. */
export function MessageLog({ name, displayName }: { name: string; displayName: string }) {
  const chat = useChat();
  const texts = useTexts().conversation;
  const me = useKnown(myName);
  const { conversation, unsent, lastSent } = useWritten(name);
  const goal = useKnown((state) => state.goal);
  const canLoadEarlier = hasEarlier(conversation) && conversation.earlier === 'idle';
  const later = useLaterParts();
  const { scroller, rows, isAtEnd, newBelow, toEnd } = useRowWindow(
    conversation,
    unsent,
    me,
    lastSent,
    () => {
      if (canLoadEarlier) chat.loadEarlier(name);
    },
    later,
    goal?.with === name
      ? { seq: goal.seq, isQuiet: goal.isQuiet === true, onReached: chat.reached }
      : undefined,
  );
  const unreadFrom = useUnreadLine(name, conversation, me);
  const actions = useActionParts();
  const now = Date.now();

  return (
    <div className="log-frame">
      {/* What comes is read out by Arrivals: the log itself would also read out history that is put in as one scrolls. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach */}
      <div ref={scroller} className="log" role="log" aria-live="off" aria-label={texts.messages} tabIndex={0}>
        {later && (
          <later.Beginning
            conversation={conversation}
            isEmpty={rows.length === 0}
            displayName={displayName}
            isMe={name === me}
            onRetry={() => chat.loadEarlier(name)}
          />
        )}
        <ol>
          {rows.map(({ message: { key, ...message }, isNewDay, isFirst, isLast }) => (
            <Fragment key={key}>
              {message.seq !== undefined && message.seq === unreadFrom && (
                <li className="unread-line">
                  <span>{texts.unreadMessages}</span>
                </li>
              )}
              <Message
                {...message}
                to={name}
                delivery={deliveryOf(message.seq, conversation.theirs)}
                by={message.mine ? texts.you : displayName}
                day={isNewDay ? dayName(message.at, now) : undefined}
                isFirst={isFirst}
                isLast={isLast}
              />
            </Fragment>
          ))}
        </ol>
      </div>
      {goal?.with === name && (
        <p role="status" className="on-the-way appears-late">
          {texts.loading}
        </p>
      )}
      {!isAtEnd && later && (
        <later.ToLatest count={Math.max(newBelow, unreadCount(conversation, me, name))} onChosen={toEnd} />
      )}
      {actions && <actions.MessageActions name={name} log={scroller} rows={rows} />}
      {later && (
        <>
          <later.ReadMarks name={name} conversation={conversation} rows={rows} scroller={scroller} />
          <later.Arrivals conversation={conversation} me={me} displayName={displayName} />
        </>
      )}
    </div>
  );
}

/** Only what is shown with it changes a message. */
function deliveryOf(seq: number | undefined, theirs: Marks): Delivery {
  if (seq === undefined || seq > theirs.received) return 'stored';
  return seq > theirs.read ? 'received' : 'read';
}

/** What is stored and what is not, of one moment; later than all else where much comes, so that typing goes first. */
function useWritten(name: string) {
  const conversation = useKnown((state) => state.conversations.get(name) ?? NO_CONVERSATION);
  const outbox = useKnown((state) => state.outbox);
  const written = useMemo(
    () => ({ conversation, unsent: unsentTo(outbox, name) }),
    [conversation, outbox, name],
  );
  // Not deferred: it may be stored, and gone from there, before what is deferred has its turn.
  const lastSent = messagesIn(written.unsent).at(-1)?.clientId;
  return { ...useDeferredValue(written), lastSent };
}
