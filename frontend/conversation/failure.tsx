import { useAroundTexts } from '../parts/around-texts.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useChat } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Why a message was not sent, and what can be done about it. */
export function Failure({ clientId, failure }: Pick<ShownMessage, 'clientId' | 'failure'>) {
  const chat = useChat();
  const { conversation } = useTexts();
  const problems = useProblemTexts();
  const texts = useAroundTexts();
  return (
    <p className="message-note problem" role="alert">
      {texts.notSent(failure === undefined ? '' : problems[failure])}{' '}
      <button type="button" className="link-button" onClick={() => chat.retry(clientId)}>
        {conversation.tryAgain}
      </button>{' '}
      <button type="button" className="link-button" onClick={() => chat.discard(clientId)}>
        {texts.discard}
      </button>
    </p>
  );
}
