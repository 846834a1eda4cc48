import { plainText } from '../message-text/parse.ts';
import { useChat, useKnown } from '../parts/use-chat.ts';
import type { FoldedMessage, Reaction } from '../state/fold.ts';
import { myName } from '../state/reducer.ts';
import { personNamed } from '../state/shown-lists.ts';
import { useLanguage, useTexts } from '../texts/use-texts.ts';

/** What a message answers, and the way there. */
export function Quote({ to, seq, quoted }: { to: string; seq: number; quoted: FoldedMessage | undefined }) {
  const chat = useChat();
  const { conversation } = useTexts();
  const nameOf = useNames();
  const text = quoted?.gone ? conversation.deleted : quoted ? plainText(quoted.text) : conversation.notHeld;
  return (
    <button type="button" className="quote" title={conversation.toQuoted} onClick={() => chat.goTo(to, seq)}>
      {quoted && <bdi className="quote-name">{nameOf(quoted.from)}</bdi>}
      <span className="quote-text" dir="auto">
        {text}
      </span>
    </button>
  );
}

/** Who has reacted with what; a click does the same, or takes away what one has done. */
export function Reactions({ to, seq, all }: { to: string; seq: number; all: readonly Reaction[] }) {
  const chat = useChat();
  const { texts, tag } = useLanguage();
  const me = useKnown(myName);
  const nameOf = useNames();
  const namesOf = new Intl.ListFormat(tag);
  return (
    <span className="reactions">
      {all.map(({ emoji, people }) => {
        const isMine = people.includes(me);
        const label = texts.conversation.reacted(emoji, namesOf.format(people.map(nameOf)));
        return (
          <button
            key={emoji}
            type="button"
            className="reaction"
            aria-label={label}
            aria-pressed={isMine}
            title={label}
            onClick={() => chat.react(to, seq, isMine ? null : emoji)}
          >
            {emoji}
            {people.length > 1 && <span>{people.length}</span>}
          </button>
        );
      })}
    </span>
  );
}

/** How people are called here; I am “you”. */
function useNames(): (name: string) => string {
  const { conversation } = useTexts();
  const me = useKnown(myName);
  const people = useKnown((state) => state.people);
  return (name) => (name === me ? conversation.you : personNamed(people, name).displayName);
}
