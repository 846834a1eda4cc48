import { memo } from 'react';
import { isEmojiOnly } from '../message-text/emoji-only.ts';
import { MessageText } from '../message-text/message-text.tsx';
import { timeOfDay, wholeMoment } from '../parts/times.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Quote, Reactions } from './message-parts.tsx';

/** How far a stored message of mine has come. */
export type Delivery = 'stored' | 'received' | 'read';

export interface MessageProps extends Omit<ShownMessage, 'key'> {
  /** The name of the person with whom the conversation is. */
  readonly to: string;
  readonly by: string;
  /** The day, where it is the first of one. */
  readonly day: string | undefined;
  /** Whether it begins, and whether it ends, a block of messages by one person. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly delivery: Delivery;
}

/** One message, with its day above it where that is new. It is not rendered again while it stays as it is. */
export const Message = memo(function Message(message: MessageProps) {
  const { clientId, seq, mine, at, state, day, by, isFirst, isLast, to, replyTo, gone, reactions } = message;
  const { conversation } = useTexts();
  const later = useLaterParts();
  const text = gone ? conversation.deleted : message.text;
  return (
    <>
      {day !== undefined && (
        <li className="day">
          <span>{day}</span>
        </li>
      )}
      <li
        className="message"
        data-client-id={clientId}
        data-seq={seq}
        data-state={state}
        data-mine={mine}
        data-first={isFirst}
        data-last={isLast}
        data-gone={gone}
      >
        {isFirst && <span className="visually-hidden">{conversation.saidBy(by)} </span>}
        {message.forwarded && !gone && <span className="message-note">{conversation.forwarded}</span>}
        {replyTo !== undefined && !gone && <Quote to={to} seq={replyTo} quoted={message.quoted} />}
        <div className="bubble" data-text data-large={isEmojiOnly(text)} title={wholeMoment(at)}>
          <MessageText text={text} />
        </div>
        {seq !== undefined && reactions.length > 0 && <Reactions to={to} seq={seq} all={reactions} />}
        {state === 'failed' ? later && <later.Failure {...message} /> : <Note {...message} />}
      </li>
    </>
  );
});

/** When it was, once for each block; how far it has come, for what is mine; and what else there is to say of it. */
function Note({ state, mine, at, isLast, former, starred, delivery }: MessageProps) {
  const { conversation } = useTexts();
  const isEdited = former.length > 0;
  if (state !== 'pending' && !isLast && !isEdited && !starred) return null;
  return (
    <span className="message-note">
      {starred && <Star label={conversation.starred} />}
      {isEdited && (
        <button type="button" className="link-button" data-former title={conversation.formerTexts}>
          {conversation.edited}
        </button>
      )}
      {state === 'pending' ? (
        <span className="message-note appears-late">
          <Clock />
          {conversation.sending}
        </span>
      ) : (
        isLast && <time dateTime={new Date(at).toISOString()}>{timeOfDay(at)}</time>
      )}
      {state === 'stored' && isLast && mine && <Checks delivery={delivery} />}
    </span>
  );
}

function Clock() {
  return (
    <svg className="state-icon" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </svg>
  );
}

/** One tick for what is stored, two for what a device of theirs has; in colour for what they have read. */
function Checks({ delivery }: { delivery: Delivery }) {
  const { conversation } = useTexts();
  const label = { stored: conversation.sent, received: conversation.received, read: conversation.read };
  return (
    <svg
      className="state-icon"
      data-delivery={delivery}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label[delivery]}
    >
      {delivery === 'stored' ? (
        <path d="m3 8.5 3.5 3.5L13 4.5" />
      ) : (
        <path d="m1 8.5 3.5 3.5L11 4.5M8 11l1 1 6.5-7.5" />
      )}
    </svg>
  );
}

function Star({ label }: { label: string }) {
  return (
    <svg className="state-icon" viewBox="0 0 16 16" role="img" aria-label={label}>
      <path d="m8 2 1.8 3.8 4.2.5-3.1 2.8.9 4.1L8 11.1l-3.8 2.1.9-4.1L2 6.3l4.2-.5z" />
    </svg>
  );
}
