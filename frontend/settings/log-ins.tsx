import { useRef, useState } from 'react';
import type { ListedSession } from '../../lib/protocol/rest.ts';
import { accountApi } from './account-api.ts';
import { EndLogIn } from './end-log-in.tsx';
import { LogIn } from './log-in.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { useSafetyTexts } from './safety-texts.ts';
import { Section } from './section.tsx';
import { useLoaded } from './use-loaded.ts';

/** Whoever logs in often has many, of which the oldest are seldom looked for. */
const SHOWN_AT_FIRST = 5;

/** That of this device first, then as they were used. */
const listSessions = async () =>
  (await accountApi.sessions()).sessions.toSorted(
    (one, other) => Number(other.current ?? false) - Number(one.current ?? false),
  );

/** Where somebody is logged in, and how to log out elsewhere. */
export function LogIns({ say }: { say: (what: string) => void }) {
  const { logIns: texts } = useSafetyTexts();
  const loaded = useLoaded<readonly ListedSession[]>(listSessions);
  const { value: sessions, problem } = loaded;
  /** Which is going to be ended, or all others. */
  const [ending, setEnding] = useState<ListedSession | 'others'>();
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  const hasEnded = (which: ListedSession | 'others') => {
    setEnding(undefined);
    loaded.setValue((all) => all?.filter((one) => (which === 'others' ? one.current : one !== which)));
    say(which === 'others' ? texts.endedOthers : texts.ended(which.device || texts.unknownDevice));
    // What was pressed is not there any more.
    list.current?.focus();
  };

  const showAll = () => {
    setShowsAll(true);
    list.current?.focus();
  };

  return (
    <Section heading={texts.heading}>
      {problem !== undefined || sessions === undefined ? (
        <NotLoaded of={loaded} texts={texts} />
      ) : (
        <>
          <ul ref={list} className="log-ins" aria-label={texts.heading} tabIndex={-1}>
            {sessions.slice(0, showsAll ? undefined : SHOWN_AT_FIRST).map((session) => (
              <LogIn key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </ul>
          {!showsAll && sessions.length > SHOWN_AT_FIRST && (
            <button type="button" className="quiet-button" onClick={showAll}>
              {texts.showAll(sessions.length)}
            </button>
          )}
          {sessions.length > 2 && (
            <button type="button" className="danger-button" onClick={() => setEnding('others')}>
              {texts.endOthers}
            </button>
          )}
        </>
      )}
      {ending !== undefined && (
        <EndLogIn which={ending} onEnded={() => hasEnded(ending)} onClose={() => setEnding(undefined)} />
      )}
    </Section>
  );
}
