import type { ListedPasskey } from '../../lib/protocol/passkey-rest.ts';
import { Moment } from '../parts/moment.tsx';
import { dayInSentence, timeOfDay } from '../parts/times.ts';
import { usePasskeyTexts } from './passkey-texts.ts';

/** A passkey: where it was made and when, when somebody last logged in with it, and the way to be rid of it. */
export function PasskeyRow({ passkey, onRemove }: { passkey: ListedPasskey; onRemove: () => void }) {
  const texts = usePasskeyTexts();
  const { device, createdAt, lastUsedAt } = passkey;
  const now = Date.now();
  const name = device || texts.unknownDevice;
  return (
    <li>
      <div>
        <p className="log-in-device">
          <bdi>{name}</bdi>
        </p>
        <p className="hint">
          {lastUsedAt === undefined ? (
            texts.neverUsed
          ) : (
            <Moment at={lastUsedAt}>
              {texts.lastUsed(`${dayInSentence(lastUsedAt, now)}, ${timeOfDay(lastUsedAt)}`)}
            </Moment>
          )}
          <br />
          <Moment at={createdAt}>{texts.added(dayInSentence(createdAt, now))}</Moment>
        </p>
      </div>
      <button type="button" className="quiet-button" aria-label={texts.removeOf(name)} onClick={onRemove}>
        {texts.remove}
      </button>
    </li>
  );
}
