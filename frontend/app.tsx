import { type ComponentType, lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { isAccountPage } from './pages/account-pages.ts';
import { CodeMissing } from './pages/code-missing.tsx';
import type { SignedOutProps } from './pages/signed-out.tsx';
import { Waiting } from './pages/waiting.tsx';
import { type ChatParts, useChatLoader, useLoadedChat } from './parts/chat-loader.ts';
import { knowsSomebody, onSomebodyKnown } from './parts/signed-in-mark.ts';
import { ChatContext } from './parts/use-chat.ts';
import { whenIdle } from './parts/when-idle.ts';
import { NewVersion } from './service-worker/new-version.tsx';
import type { Session } from './state/model.ts';

/** The pages on which somebody gets in, which who is signed in does without. */
const SignedOut = lazy(() =>
  import('./pages/signed-out.tsx').then(
    (loaded): { default: ComponentType<SignedOutProps> } => ({ default: loaded.SignedOut }),
    () => ({ default: CodeMissing }),
  ),
);

const LOADING: Session = { status: 'loading' };

/** Chooses the page by the address and by who is signed in. */
export function App() {
  const parts = useLoadedChat();
  const session = useSession(parts);
  const location = usePathname();
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
        <Suspense fallback={null}>
          <SignedOut
            notice={session.status === 'signed-out' ? session.notice : undefined}
            onLoggedIn={() => setExpected(true)}
          />
        </Suspense>
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
