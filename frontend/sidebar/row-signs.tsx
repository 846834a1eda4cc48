import type { ShownConversation } from '../state/shown-lists.ts';
import { number } from '../texts/plural.ts';
import { useLanguage } from '../texts/use-texts.ts';

/** Above this nobody wants to know how many they are. */
const MAX_SHOWN = 99;

type RowSignsProps = Pick<ShownConversation, 'state' | 'unread' | 'isMarked' | 'isPinned' | 'isMuted'>;

/** What is to be known of a conversation at the end of its row. */
export function RowSigns({ state, unread, isMarked, isPinned, isMuted }: RowSignsProps) {
  const { tag, texts } = useLanguage();
  const { sidebar } = texts;
  return (
    <span className="row-signs">
      {isMuted && <Sign label={sidebar.muted} path="M4 9v6h4l5 4V5L8 9zM16.5 9.5l5 5m0-5-5 5" />}
      {isPinned && <Sign label={sidebar.pinned} path="M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6" />}
      {state === 'pending' && unread === 0 && (
        <Sign label={sidebar.sending} path="M12 7v5l3 2M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0" isLate />
      )}
      {unread > 0 ? (
        <span className="unread-count" data-quiet={isMuted} role="img" aria-label={sidebar.unread(unread)}>
          {unread > MAX_SHOWN ? `${number(tag, MAX_SHOWN)}+` : number(tag, unread)}
        </span>
      ) : (
        isMarked && <span className="unseen-dot" role="img" aria-label={sidebar.markedUnread} />
      )}
    </span>
  );
}

function Sign({ label, path, isLate = false }: { label: string; path: string; isLate?: boolean }) {
  return (
    <svg
      className={isLate ? 'row-sign appears-late' : 'row-sign'}
      viewBox="0 0 24 24"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
