import type { ListedSession } from '../../lib/protocol/rest.ts';
import { Moment } from '../parts/moment.tsx';
import { dayInSentence, timeOfDay } from '../parts/times.ts';
import { useSafetyTexts } from './safety-texts.ts';

/** A device on which somebody is logged in, and the way to end that, but for the one at hand. */
export function LogIn({ session, onEnd }: { session: ListedSession; onEnd: () => void }) {
  const { logIns: texts } = useSafetyTexts();
  const { device, createdAt, lastUsedAt, current, sharedComputer } = session;
  const now = Date.now();
  const name = device || texts.unknownDevice;
  return (
    <li>
      <div>
        <p className="log-in-device">
          <bdi>{name}</bdi>
          {current && <span className="badge">{texts.here}</span>}
          {sharedComputer && <span className="badge">{texts.shared}</span>}
        </p>
        <p className="hint">
          {!current && (
            <>
              <Moment at={lastUsedAt}>
                {texts.lastUsed(`${dayInSentence(lastUsedAt, now)}, ${timeOfDay(lastUsedAt)}`)}
              </Moment>
              <br />
            </>
          )}
          <Moment at={createdAt}>{texts.since(dayInSentence(createdAt, now))}</Moment>
        </p>
      </div>
      {!current && (
        <button type="button" className="quiet-button" aria-label={texts.endOf(name)} onClick={onEnd}>
          {texts.end}
        </button>
      )}
    </li>
  );
}
