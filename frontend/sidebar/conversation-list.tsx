import { memo, useId, useMemo } from 'react';
import { plainText } from '../message-text/parse.ts';
import { More } from '../parts/more.tsx';
import { shortTime, wholeMoment } from '../parts/times.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { type ShownConversation, shownConversations } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Row, type RowProps } from './row.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

/** The conversations in which something was written, the latest first. */
export function ConversationList() {
  const chat = useChat();
  const { sidebar } = useTexts();
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
  const names = useMemo(() => shown.map(({ person }) => person.name), [shown]);
  const { stop, keys } = useRovingFocus(names, open);
  return (
    <nav aria-label={sidebar.conversations}>
      <h2 id={heading}>{sidebar.conversations}</h2>
      {shown.length === 0 && older.next === undefined && <NoneYet />}
      <ul aria-labelledby={heading}>
        {shown.map(({ person, ...last }) => (
          <ConversationRow
            key={person.name}
            {...last}
            name={person.name}
            displayName={person.displayName}
            isOpen={person.name === open}
            isStop={person.name === stop}
            keys={keys}
          />
        ))}
      </ul>
      <More
        label={sidebar.olderConversations}
        isThere={older.next !== undefined}
        status={older.status}
        onMore={chat.loadOlderConversations}
      />
    </nav>
  );
}

/** What to do first. */
function NoneYet() {
  const { sidebar } = useTexts();
  return (
    <div className="none-yet">
      <p>{sidebar.noConversations}</p>
      <p className="hint">{sidebar.noConversationsHint}</p>
    </div>
  );
}

/** The person in parts, because a person that was met again is a new object, and the row would render for nothing. */
type ConversationRowProps = Omit<ShownConversation, 'person'> &
  Pick<RowProps, 'isOpen' | 'isStop' | 'keys'> & { readonly name: string; readonly displayName: string };

const ConversationRow = memo(function ConversationRow({
  name,
  displayName,
  at,
  preview,
  mine,
  state,
  unseen,
  ...row
}: ConversationRowProps) {
  const { sidebar } = useTexts();
  return (
    <Row person={{ name, displayName }} isUnseen={unseen} {...row}>
      <time className="row-time" dateTime={new Date(at).toISOString()} title={wholeMoment(at)}>
        {shortTime(at, Date.now())}
      </time>
      <span className="row-preview" data-state={state} dir="auto">
        {previewIn(sidebar, { preview: plainText(preview), mine, state })}
      </span>
      {state === 'pending' && !unseen && (
        <svg className="row-pending appears-late" viewBox="0 0 24 24" role="img" aria-label={sidebar.sending}>
          <circle cx="12" cy="12" r="9" />
          <path d="M12 7v5l3 2" />
        </svg>
      )}
      {unseen && <span className="unseen-dot" role="img" aria-label={sidebar.newMessages} />}
    </Row>
  );
});

type Preview = Pick<ShownConversation, 'preview' | 'mine' | 'state'>;

function previewIn(
  { previews }: ReturnType<typeof useTexts>['sidebar'],
  { preview, mine, state }: Preview,
): string {
  if (state === 'failed') return previews.failed(preview);
  return mine ? previews.mine(preview) : preview;
}
