import { useAroundTexts } from '../parts/around-texts.ts';

/** The way back to the end, and how much has come there. */
export function ToLatest({ count, onChosen }: { count: number; onChosen: () => void }) {
  const texts = useAroundTexts();
  return (
    <button
      type="button"
      className="to-latest"
      data-count={count}
      aria-label={count === 0 ? texts.toLatest : undefined}
      onClick={onChosen}
    >
      {count > 0 && texts.newMessages(count)}
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 5v14m-6-6 6 6 6-6" />
      </svg>
    </button>
  );
}
