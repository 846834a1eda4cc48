export interface MoreProps {
  readonly label: string;
  /** Whether there is another page. */
  readonly isThere: boolean;
  readonly status: 'idle' | 'loading' | 'failed';
  readonly onMore: () => void;
}

/** The end of a list of which there may be more. */
export function More({ label, isThere, status, onMore }: MoreProps) {
  if (status === 'loading') return <p className="hint appears-late">Loading…</p>;
  if (status === 'failed') {
    return (
      <p className="hint" role="alert">
        This could not be loaded.{' '}
        <button type="button" className="link-button" onClick={onMore}>
          Try again
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
