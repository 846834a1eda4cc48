import { useKnown } from './use-chat.ts';

/** Says when messages don't come or may be lost. It is there, empty, at all times: only then is what it says read out. */
export function ConnectionBar() {
  const connection = useKnown((state) => state.connection);
  const isFragile = useKnown((state) => !state.outboxDurable && state.outbox.length > 0);
  return (
    <div role="status" className="connection-bar">
      {connection === 'reconnecting' && (
        <p className="appears-late">Reconnecting… What you write is kept, and sent then.</p>
      )}
      {isFragile && (
        <p className="appears-late">
          This browser keeps nothing: don’t close the page before your messages are sent.
        </p>
      )}
    </div>
  );
}
