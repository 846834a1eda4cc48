import { Avatar } from '../parts/avatar.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { personNamed } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';

/** The conversation with somebody. */
export function Conversation({ name }: { name: string }) {
  const { problems, conversation } = useTexts();
  const people = useKnown((state) => state.people);
  const problem = useKnown((state) => state.conversations.get(name)?.problem);
  const person = personNamed(people, name);
  return (
    <main className="conversation">
      <header className="conversation-header">
        <BackLink label={conversation.back} />
        {problem === undefined && <Avatar person={person} />}
        <h1 dir="auto">{problem === undefined ? person.displayName : name}</h1>
        {problem === undefined && person.displayName !== name && (
          <span className="name" dir="ltr">
            {name}
          </span>
        )}
      </header>
      {problem === undefined ? (
        <>
          <MessageLog name={name} displayName={person.displayName} />
          <Composer name={name} displayName={person.displayName} />
        </>
      ) : (
        <p role="alert" className="unavailable">
          {problems[problem]}
        </p>
      )}
    </main>
  );
}
