import { useAroundTexts } from '../parts/around-texts.ts';
import type { Conversation } from '../state/model.ts';
import { hasEarlier } from '../state/run.ts';
import { useTexts } from '../texts/use-texts.ts';

export interface BeginningProps {
  readonly conversation: Conversation;
  readonly isEmpty: boolean;
  readonly displayName: string;
  /** Whether these are notes to myself. */
  readonly isMe: boolean;
  readonly onRetry: () => void;
}

/** What stands above the first message. */
export function Beginning({ conversation, isEmpty, displayName, isMe, onRetry }: BeginningProps) {
  const { conversation: words } = useTexts();
  const texts = useAroundTexts();
  const { loaded, earlier } = conversation;
  if (!loaded && isEmpty) return <Skeleton label={words.loading} />;
  if (earlier === 'failed') {
    return (
      <p className="log-hint" role="alert">
        {texts.earlierFailed}{' '}
        <button type="button" className="link-button" onClick={onRetry}>
          {words.tryAgain}
        </button>
      </p>
    );
  }
  if (hasEarlier(conversation)) return <p className="log-hint appears-late">{words.loading}</p>;
  if (isMe) return <p className="log-hint">{texts.noteToSelfHint}</p>;
  if (!isEmpty) return <p className="log-hint">{texts.beginning(displayName)}</p>;
  return (
    <div className="log-hint nothing-yet">
      <p className="nothing-yet-title">{texts.nothingYet(displayName)}</p>
      <p>{texts.nothingYetHint}</p>
    </div>
  );
}

const SHAPES = ['theirs', 'theirs', 'mine', 'theirs', 'mine', 'mine'] as const;

/** The outlines of messages, for as long as none is there. */
function Skeleton({ label }: { label: string }) {
  return (
    <div className="log-skeleton">
      <p className="visually-hidden">{label}</p>
      {SHAPES.map((side, i) => (
        <span key={i} className="bubble-skeleton" data-side={side} aria-hidden="true" />
      ))}
    </div>
  );
}
