import { memo } from 'react';
import { plainText } from '../message-text/parse.ts';
import { shortTime, wholeMoment } from '../parts/times.ts';
import { useKnown } from '../parts/use-chat.ts';
import { myName } from '../state/reducer.ts';
import type { ShownConversation } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Row, type RowProps } from './row.tsx';
import { RowSigns } from './row-signs.tsx';

/** The person in parts, because a person that was met again is a new object, and the row would render for nothing. */
type ConversationRowProps = Omit<ShownConversation, 'person'> &
  Pick<RowProps, 'isOpen' | 'isStop' | 'keys'> & {
    readonly name: string;
    readonly displayName: string;
    readonly isGone: boolean | undefined;
    readonly isTyping: boolean;
  };

/** A conversation in the list: with whom, the last message, when, and what is to be known of it. */
export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { name, displayName, isGone, at, state, unread, isMarked, isTyping, isOpen, isStop, keys } = props;
  const { sidebar, conversation } = useTexts();
  const preview = props.preview === '' ? conversation.deleted : plainText(props.preview);
  const isMe = useKnown(myName) === name;
  const shown = isGone ? conversation.goneAccount : displayName;
  const person = { name, displayName: isMe ? sidebar.noteToSelf : shown };
  return (
    <Row person={person} isUnseen={unread > 0 || isMarked} isOpen={isOpen} isStop={isStop} keys={keys}>
      <time className="row-time" dateTime={new Date(at).toISOString()} title={wholeMoment(at)}>
        {shortTime(at, Date.now())}
      </time>
      <span className="row-preview" data-state={state} data-typing={isTyping} dir="auto">
        {isTyping ? sidebar.typing : previewIn(sidebar, { ...props, preview, mine: props.mine && !isMe })}
      </span>
      <RowSigns {...props} />
    </Row>
  );
});

function previewIn(
  { previews }: ReturnType<typeof useTexts>['sidebar'],
  { preview, mine, state }: Pick<ShownConversation, 'preview' | 'mine' | 'state'>,
): string {
  if (state === 'failed') return previews.failed(preview);
  return mine ? previews.mine(preview) : preview;
}
