import { isOnSharedComputer } from '../settings/shared-computer.ts';
import type { State } from '../state/model.ts';
import { myName } from '../state/reducer.ts';
import { unreadCount } from '../state/sides.ts';
import type { Store } from '../state/store.ts';
import type { Notifications } from './notifications.ts';
import { isAbout } from './tags.ts';

/**
 * Has the notifications of this device follow who is signed in, for as long as the page lives; and takes those away
 * that are about a conversation somebody now looks at.
 */
export function keepNotifications(
  store: Pick<Store, 'state' | 'subscribe'>,
  notifications: Pick<Notifications, 'begin' | 'end' | 'closeShown'>,
  onSeen: (listener: () => void) => void = onPageSeen,
): void {
  let followed: string | undefined;
  let open: string | null = null;
  let { conversations } = store.state();

  const followSession = (state: State) => {
    const wanted = whatToFollow(state);
    if (wanted === undefined || wanted === followed) return;
    followed = wanted;
    const { session, pushKey } = state;
    if (wanted === NOBODY || session.status !== 'signed-in' || pushKey === undefined)
      void notifications.end();
    else void notifications.begin({ person: session.me.name, pushKey });
  };
  const followOpen = (state: State) => {
    if (state.open === open) return;
    open = state.open;
    looksAt(open);
  };
  const looksAt = (name: string | null) => {
    if (name !== null) notifications.closeShown((tag) => isAbout(tag, name));
  };

  /** What was read, on whatever device, is no news any more. */
  const followRead = (state: State) => {
    const before = conversations;
    conversations = state.conversations;
    if (conversations === before) return;
    for (const [name, held] of conversations) {
      const hasRead = held.side.read > (before.get(name) ?? held).side.read;
      if (hasRead && unreadCount(held, myName(state), name) === 0) looksAt(name);
    }
  };

  const follow = () => {
    const state = store.state();
    followRead(state);
    followSession(state);
    followOpen(state);
  };
  store.subscribe(follow);
  onSeen(() => looksAt(store.state().open));
  follow();
}

const NOBODY = '';

/** Somebody, with the server's key; nobody; or nothing as long as that is not known. */
function whatToFollow(state: State): string | undefined {
  const { session, pushKey } = state;
  if (session.status === 'signed-out') return NOBODY;
  if (session.status !== 'signed-in') return undefined;
  // The next one at a shared computer would read what is shown there.
  if (isOnSharedComputer(state)) return NOBODY;
  return pushKey === undefined ? undefined : `${session.me.name} ${pushKey}`;
}

function onPageSeen(listener: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener();
  });
}
