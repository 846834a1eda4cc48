import { useEffect, useState, useSyncExternalStore } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { isAccountPage } from './pages/account-pages.ts';
import { LogIn } from './pages/log-in.tsx';
import { NewUser } from './pages/new-user.tsx';
import { Waiting } from './pages/waiting.tsx';
import { type ChatParts, useChatLoader, useLoadedChat } from './parts/chat-loader.ts';
import { knowsSomebody, onSomebodyKnown } from './parts/signed-in-mark.ts';
import { ChatContext } from './parts/use-chat.ts';
import { whenIdle } from './parts/when-idle.ts';
import { NewVersion } from './service-worker/new-version.tsx';
import type { Notice, Session } from './state/model.ts';

const LOADING: Session = { status: 'loading' };

/** Chooses the page by the address and by who is signed in. */
export function App() {
  const parts = useLoadedChat();
  const session = useSession(parts);
  const [location] = useLocation();
  const [isExpected, setExpected] = useState(knowsSomebody);
  useEffect(() => onSomebodyKnown(() => setExpected(true)), []);
  const isMissing = useChatsCode(isExpected || !isAccountPage(location));
  // Nobody has to wait for an answer on a page that is the same whatever the answer will be.
  const isUndecided = session.status === 'loading' || session.status === 'unreachable';
  const asksWho = isUndecided && !isExpected && isAccountPage(location);

  return (
    <ChatContext value={parts ?? null}>
      <NewVersion />
      {session.status === 'signed-out' || asksWho ? (
        <SignedOut
          notice={session.status === 'signed-out' ? session.notice : undefined}
          onLoggedIn={() => setExpected(true)}
        />
      ) : session.status === 'signed-in' && parts ? (
        <parts.SignedIn />
      ) : (
        <Waiting
          isMissing={isMissing}
          isExpected={isExpected}
          problem={session.status === 'unreachable' ? session.problem : undefined}
        />
      )}
    </ChatContext>
  );
}

/**
 * Gets the chat's code: at once where it is needed, and starts it; otherwise when the page has nothing else to do.
 * @returns whether it was needed and did not come
 */
function useChatsCode(isNeeded: boolean): boolean {
  const loader = useChatLoader();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (isNeeded) loader.start().catch(() => setMissing(true));
    // What did not come now is tried again when it is needed.
    else return whenIdle(() => loader.prepare().catch(() => {}));
  }, [loader, isNeeded]);
  return isMissing;
}

function useSession(parts: ChatParts | undefined): Session {
  const subscribe = parts?.store.subscribe ?? (() => () => {});
  return useSyncExternalStore(subscribe, () => parts?.store.state().session ?? LOADING);
}

/** What was asked for before logging in came in between; kept beside the address, in the browser's history. */
interface Wanted {
  readonly wanted: string;
}

function SignedOut({ notice, onLoggedIn }: { notice: Notice | undefined; onLoggedIn: () => void }) {
  const [location] = useLocation();
  return (
    <Switch>
      <Route path="/login">
        <LogIn notice={notice} onLoggedIn={onLoggedIn} />
      </Route>
      <Route path="/new_user">
        <NewUser onLoggedIn={onLoggedIn} />
      </Route>
      <Route>
        <Redirect to="/login" replace state={{ wanted: location } satisfies Wanted} />
      </Route>
    </Switch>
  );
}
