import { useAroundTexts } from './around-texts.ts';
import { useKnown } from './use-chat.ts';
import { useIsOnline } from './use-is-online.ts';
import { useLasting } from './use-lasting.ts';

/** Most breaks are mended sooner than this, and then nobody has to know. */
const SHORT_MS = 1_500;

/** By then it is no blink of the network any more. */
const LONG_MS = 12_000;

/**
 * Says when messages don't come or may be lost, in one line that lies over the page and moves nothing. It is there,
 * empty, at all times: only then is what it says read out.
 */
export function ConnectionBar() {
  const words = useWords();
  return (
    <div role="status" className="connection-bar">
      {words !== undefined && <p>{words}</p>}
    </div>
  );
}

function useWords(): string | undefined {
  const { connection: words } = useAroundTexts();
  const connection = useKnown((state) => state.connection);
  const isFragile = useKnown((state) => !state.outboxDurable && state.outbox.length > 0);
  const isOnline = useIsOnline();
  const isDown = useLasting(connection !== 'live', SHORT_MS);
  const isLong = useLasting(connection !== 'live', LONG_MS);
  const showsFragile = useLasting(isFragile, SHORT_MS);
  if (showsFragile) return words.fragile;
  if (!isDown) return undefined;
  if (!isOnline) return words.offline;
  if (isLong) return words.unreachable;
  return connection === 'connecting' ? words.connecting : words.reconnecting;
}
