import { memo } from 'react';
import { isEmojiOnly } from '../message-text/emoji-only.ts';
import { MessageText } from '../message-text/message-text.tsx';
import { timeOfDay, wholeMoment } from '../parts/times.ts';
import { useChat } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useTexts } from '../texts/use-texts.ts';

export interface MessageProps extends Omit<ShownMessage, 'key'> {
  readonly by: string;
  /** The day, where it is the first of one. */
  readonly day: string | undefined;
  /** Whether it begins, and whether it ends, a block of messages by one person. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** One message, with its day above it where that is new. It is not rendered again while it stays as it is. */
export const Message = memo(function Message(message: MessageProps) {
  const { clientId, seq, mine, text, at, state, day, by, isFirst, isLast } = message;
  const { conversation } = useTexts();
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
      >
        {isFirst && <span className="visually-hidden">{conversation.saidBy(by)} </span>}
        <div className="bubble" data-text data-large={isEmojiOnly(text)} title={wholeMoment(at)}>
          <MessageText text={text} />
        </div>
        {state === 'failed' ? <Failure {...message} /> : <Note {...message} />}
      </li>
    </>
  );
});

/** When it was, once for each block; and whether it is sent, for what is mine. */
function Note({ state, mine, at, isLast }: MessageProps) {
  const { conversation } = useTexts();
  if (state === 'pending') {
    return (
      <span className="message-note appears-late">
        <Clock />
        {conversation.sending}
      </span>
    );
  }
  if (!isLast) return null;
  return (
    <span className="message-note">
      <time dateTime={new Date(at).toISOString()}>{timeOfDay(at)}</time>
      {mine && <Check label={conversation.sent} />}
    </span>
  );
}

function Failure({ clientId, failure }: MessageProps) {
  const chat = useChat();
  const { conversation, problems } = useTexts();
  return (
    <p className="message-note problem" role="alert">
      {conversation.notSent(failure === undefined ? '' : problems[failure])}{' '}
      <button type="button" className="link-button" onClick={() => chat.retry(clientId)}>
        {conversation.tryAgain}
      </button>{' '}
      <button type="button" className="link-button" onClick={() => chat.discard(clientId)}>
        {conversation.discard}
      </button>
    </p>
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

function Check({ label }: { label: string }) {
  return (
    <svg className="state-icon" viewBox="0 0 16 16" role="img" aria-label={label}>
      <path d="m3 8.5 3.5 3.5L13 4.5" />
    </svg>
  );
}
