import { Link } from './link.tsx';

/** The way back to the lists, where there is room for one pane only. */
export function BackLink({ label }: { label: string }) {
  return (
    <Link href="/" className="back-link" aria-label={label}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M15 5l-7 7 7 7" />
      </svg>
    </Link>
  );
}
