import { useAroundTexts } from '../parts/around-texts.ts';
import { dayInSentence, timeOfDay } from '../parts/times.ts';
import { useKnown } from '../parts/use-chat.ts';
import type { ShownPresence } from '../state/model.ts';
import type { AroundTexts } from '../texts/en/around.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Under the name: whether they are writing, there, or when they were, as far as that is to be known; and their own words. */
export function PresenceLine({ name, displayName }: { name: string; displayName: string }) {
  const { conversation } = useTexts();
  const texts = useAroundTexts();
  const isTyping = useKnown((state) => state.typing.has(name));
  const presence = useKnown((state) => state.presence);
  const about = useKnown((state) => state.people.get(name)?.about);
  const words = isTyping ? conversation.typing : wordsFor(presence, texts);
  return (
    <>
      {words !== undefined && (
        <p className="presence" data-online={presence?.presence.online === true || isTyping}>
          {words}
        </p>
      )}
      {about !== undefined && (
        <p className="about" dir="auto" title={about}>
          {about}
        </p>
      )}
      {/* It stays the same while they go on, and so is read out once. */}
      <p role="status" className="visually-hidden">
        {isTyping && texts.isTyping(displayName)}
      </p>
    </>
  );
}

function wordsFor(shown: ShownPresence | null, texts: AroundTexts): string | undefined {
  if (!shown) return undefined;
  if (shown.presence.online) return texts.online;
  const { lastSeen } = shown.presence;
  return lastSeen === undefined
    ? undefined
    : texts.lastSeen(dayInSentence(lastSeen, Date.now()), timeOfDay(lastSeen));
}
