import type { Preferences } from '../../lib/protocol/side.ts';
import { backOffMs } from '../net/back-off.ts';
import { isSessionOver, isWorthRepeating, NoAnswer, Refused } from '../net/errors.ts';
import { inTurn } from '../net/in-turn.ts';
import type { Socket } from '../net/socket.ts';
import { pause } from '../net/surroundings.ts';
import type { State } from '../state/model.ts';
import type { Wish } from '../state/sides.ts';
import type { SignedIn } from './signed-in.ts';

/** The page may have opened just now; whoever waits longer than this should hear that there is no network. */
const LONGEST_WAIT_MS = 5_000;

/** Tabs of one browser take turns at it. */
const TURN = 'wishes';

/** Tells the server what somebody wishes of their side of conversations. */
export interface SideChanger {
  live(socket: Socket): void;
  lost(): void;
  /**
   * Changes what others may know of me; that is done or not done, and not kept for later.
   * @throws Refused, NoAnswer
   */
  changePreferences(change: Partial<Preferences>): Promise<void>;
}

/**
 * The wishes of a session. Those of a conversation go one after the other, because the last one is to hold; what was
 * not answered goes again over the next socket. Of several tabs that wait with the same ones, the first tells each.
 * @param isWaiting whether a wish still waits to be told
 */
export function createSideChanger(session: SignedIn, isWaiting: (wish: string) => boolean): SideChanger {
  const { state, dispatch, signal } = session;
  const underWay = new Set<string>();
  let socket: Socket | undefined;
  let seen: State['conversations'] | undefined;
  const waiting: (() => void)[] = [];

  const look = () => {
    const { conversations } = state();
    if (!socket || conversations === seen) return;
    seen = conversations;
    for (const [name, { wishes }] of conversations) {
      if (wishes.length === 0 || underWay.has(name)) continue;
      underWay.add(name);
      session.inBackground(tellAll(name).finally(() => underWay.delete(name)));
    }
  };

  const tellAll = async (name: string) => {
    let failures = 0;
    while (socket && !signal.aborted) {
      const wish = state().conversations.get(name)?.wishes[0];
      if (!wish) return;
      try {
        await inTurn(TURN, () => tell(name, wish));
        failures = 0;
      } catch (error) {
        if (error instanceof NoAnswer) return;
        if (!(error instanceof Refused) || isSessionOver(error)) throw error;
        failures += 1;
        if (isWorthRepeating(error)) await pause(backOffMs(failures), signal);
        else dispatch({ type: 'wish-refused', with: name, wish: wish.id, problem: error.code });
      }
    }
  };

  const tell = async (name: string, { id, change }: Wish) => {
    if (!isWaiting(id)) return dispatch({ type: 'wish-told', with: name, wish: id });
    if (!socket) throw new NoAnswer();
    const { side } = await socket.ask({ action: 'change-side', with: name, ...change });
    dispatch({ type: 'side-said', with: name, side, wish: id });
  };

  session.onChange(look);
  return {
    live(opened) {
      socket = opened;
      for (const go of waiting.splice(0)) go();
      seen = undefined;
      look();
    },
    lost() {
      socket = undefined;
    },
    async changePreferences(change) {
      if (!socket)
        await Promise.race([
          new Promise<void>((resolve) => waiting.push(resolve)),
          pause(LONGEST_WAIT_MS, signal),
        ]);
      if (!socket) throw new NoAnswer();
      const { preferences } = await socket.ask({ action: 'change-preferences', ...change });
      dispatch({ type: 'preferences-changed', preferences });
    },
  };
}
