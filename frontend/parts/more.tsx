import { useTexts } from '../texts/use-texts.ts';

export interface MoreProps {
  readonly label: string;
  /** Whether there is another page. */
  readonly isThere: boolean;
  readonly status: 'idle' | 'loading' | 'failed';
  readonly onMore: () => void;
}

/** The end of a list of which there may be more. */
export function More({ label, isThere, status, onMore }: MoreProps) {
  const { app } = useTexts();
  if (status === 'loading') return <p className="hint appears-late">{app.loading}</p>;
  if (status === 'failed') {
    return (
      <p className="hint" role="alert">
        {app.couldNotLoad}{' '}
        <button type="button" className="link-button" onClick={onMore}>
          {app.tryAgain}
        </button>
      </p>
    );
  }
  if (!isThere) return null;
  return (
    <button type="button" className="quiet-button more-button" onClick={onMore}>
      {label}
    </button>
  );
}
