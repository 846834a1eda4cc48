import { memo } from 'react';
import { timeOfDay, wholeMoment } from '../parts/times.ts';
import { useChat } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Linked } from './linked.tsx';

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
  return (
    <>
      {day !== undefined && <li className="day">{day}</li>}
      <li
        className="message"
        data-client-id={clientId}
        data-seq={seq}
        data-state={state}
        data-mine={mine}
        data-first={isFirst}
      >
        {isFirst && <span className="visually-hidden">{by}: </span>}
        <p className="bubble" data-text dir="auto" title={wholeMoment(at)}>
          <Linked text={text} />
        </p>
        {state === 'failed' && <Failure {...message} />}
        {state === 'pending' && <span className="message-note appears-late">Sending…</span>}
        {state === 'stored' && isLast && (
          <time className="message-note" dateTime={new Date(at).toISOString()}>
            {timeOfDay(at)}
          </time>
        )}
      </li>
    </>
  );
});

function Failure({ clientId, failure }: MessageProps) {
  const chat = useChat();
  const { problems } = useTexts();
  return (
    <p className="message-note problem" role="alert">
      Not sent. {failure !== undefined && problems[failure]}{' '}
      <button type="button" className="link-button" onClick={() => chat.retry(clientId)}>
        Try again
      </button>{' '}
      <button type="button" className="link-button" onClick={() => chat.discard(clientId)}>
        Discard
      </button>
    </p>
  );
}
