import { useKnown } from '../parts/use-chat.ts';
import type { SearchState } from './message-search.ts';
import { useSearchTexts } from './search-texts.ts';

export interface CoverageNoteProps extends Pick<SearchState, 'coverage' | 'isListed' | 'fetching'> {
  readonly onFetch: () => void;
  readonly onStop: () => void;
}

/** How much of all that was ever written was looked through, and the way to the rest. */
export function CoverageNote({ coverage, isListed, fetching, onFetch, onStop }: CoverageNoteProps) {
  const texts = useSearchTexts();
  const hasOlder = useKnown((state) => state.olderConversations.next !== undefined);
  const { covered, all } = coverage;
  const mayBeMore = hasOlder && !isListed;
  if (fetching === 'fetching') {
    return (
      <div className="coverage">
        <p>{texts.fetching(covered, all)}</p>
        <progress aria-label={texts.progress} value={covered} max={Math.max(all, 1)} />
        <button type="button" className="link-button" onClick={onStop}>
          {texts.stop}
        </button>
      </div>
    );
  }
  if (covered === all && !mayBeMore && fetching === 'idle') return null;
  return (
    <div className="coverage">
      {fetching === 'failed' && <p role="alert">{texts.fetchFailed}</p>}
      <p>{mayBeMore ? texts.coveredOfMore(covered, all) : texts.covered(covered, all)}</p>
      <button type="button" className="link-button" onClick={onFetch}>
        {fetching === 'failed' ? texts.tryAgain : texts.fetchRest}
      </button>
    </div>
  );
}
