import { Avatar } from '../parts/avatar.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { myName } from '../state/reducer.ts';
import { personNamed } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { MessageLog } from './message-log.tsx';
import { WhereToWrite } from './where-to-write.tsx';

/** The conversation with somebody, or with myself. */
export function Conversation({ name }: { name: string }) {
  const { conversation } = useTexts();
  const people = useKnown((state) => state.people);
  const problem = useKnown((state) => (state.conversations.get(name) ?? NO_CONVERSATION).problem);
  const isMe = useKnown(myName) === name;
  const later = useLaterParts();
  const known = personNamed(people, name);
  const instead = isMe ? conversation.noteToSelf : known.gone && conversation.goneAccount;
  const person = instead ? { name, displayName: instead } : known;
  if (problem !== undefined) return later && <later.Unavailable name={name} problem={problem} />;
  return (
    <main className="conversation">
      <header className="conversation-header">
        <BackLink label={conversation.back} />
        <Avatar person={person} />
        <div className="conversation-names">
          <h1 dir="auto">{person.displayName}</h1>
          {!isMe && person.displayName !== name && (
            <span className="name" dir="ltr">
              {name}
            </span>
          )}
          {!isMe && later && <later.PresenceLine name={name} displayName={person.displayName} />}
        </div>
        {later && <later.MenuButton name={name} />}
      </header>
      <MessageLog name={name} displayName={person.displayName} />
      <WhereToWrite name={name} displayName={person.displayName} />
    </main>
  );
}
