import { useTexts } from '../texts/use-texts.ts';

/** The way back to the end, and how much has come there. */
export function ToLatest({ count, onChosen }: { count: number; onChosen: () => void }) {
  const { conversation } = useTexts();
  return (
    <button
      type="button"
      className="to-latest"
      data-count={count}
      aria-label={count === 0 ? conversation.toLatest : undefined}
      onClick={onChosen}
    >
      {count > 0 && conversation.newMessages(count)}
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 5v14m-6-6 6 6 6-6" />
      </svg>
    </button>
  );
}
