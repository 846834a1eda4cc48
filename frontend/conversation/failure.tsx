import { useAroundTexts } from '../parts/around-texts.ts';
import { inWords } from '../parts/in-words.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useChat } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Why a message was not sent, and what can be done about it. */
export function Failure({
  clientId,
  failure,
  retryAt,
}: Pick<ShownMessage, 'clientId' | 'failure' | 'retryAt'>) {
  const chat = useChat();
  const { conversation } = useTexts();
  const problems = useProblemTexts();
  const texts = useAroundTexts();
  return (
    <p className="message-note problem" role="alert">
      {texts.notSent(failure === undefined ? '' : problems[failure])}{' '}
      {retryAt !== undefined && `${texts.tryAgainIn(inWords(retryAt))} `}
      <button type="button" className="link-button" onClick={() => chat.retry(clientId)}>
        {conversation.tryAgain}
      </button>{' '}
      <button type="button" className="link-button" onClick={() => chat.discard(clientId)}>
        {texts.discard}
      </button>
    </p>
  );
}
