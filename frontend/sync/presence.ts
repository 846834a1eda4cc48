import { TYPING_INTERVAL_MS, TYPING_LASTS_MS } from '../../lib/protocol/limits.ts';
import type { PresenceTold } from '../../lib/protocol/server-frames.ts';
import { isSessionOver, isWorthRepeating, Refused } from '../net/errors.ts';
import type { Socket } from '../net/socket.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { myName } from '../state/reducer.ts';
import { NO_SIDE } from '../state/sides.ts';
import type { SignedIn } from './signed-in.ts';

/** Asked again this much after the time up to which an answer holds, so that the server finds it is over, too. */
const AFTER_LEASE_MS = 1_000;

/** A browser takes a longer time for none at all. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Who is there, and who is writing: both are of the moment only. */
export interface PresenceWatch {
  live(socket: Socket): void;
  lost(): void;
  told(frame: PresenceTold): void;
  isTypedBy(name: string): void;
  /** I am writing to somebody. */
  type(to: string): void;
  /** What I was writing is sent; what I write after that is something new. */
  hasSent(to: string): void;
  /** Nobody looks at the page, or somebody does again. */
  away(isAway: boolean): void;
}

export function createPresenceWatch(session: SignedIn): PresenceWatch {
  const { state, dispatch, signal } = session;
  const typedAt = new Map<string, number>();
  const ends = new Map<string, ReturnType<typeof setTimeout>>();
  let socket: Socket | undefined;
  let isAway = false;
  /** Whom the present socket watches; undefined as long as it was told nothing. */
  let watched: string | null | undefined;
  let askAgain: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    const wanted = isAway ? null : whomToWatch();
    if (!socket || wanted === watched || (wanted === null && watched === undefined)) return;
    watched = wanted;
    clearTimeout(askAgain);
    session.inBackground(watch(socket, wanted));
  };

  /** Nobody where it is nobody's business: with myself, and as long as I have not accepted somebody. */
  const whomToWatch = () => {
    const { open, conversations } = state();
    if (open === null || open === myName(state())) return null;
    const { said, loaded, problem } = conversations.get(open) ?? NO_CONVERSATION;
    const isKnown = said !== NO_SIDE || loaded;
    return !isKnown || problem || said.request || said.blocked ? null : open;
  };

  const watch = async (over: Socket, name: string | null) => {
    try {
      told(await over.ask({ action: 'watch', with: name }));
    } catch (error) {
      if (isSessionOver(error)) throw error;
      if (!(error instanceof Refused) && !isWorthRepeating(error)) throw error;
      dispatch({ type: 'presence-unknown' });
    }
  };

  const told = ({ with: name, presence }: PresenceTold) => {
    if (name === null || name !== watched) return;
    dispatch({ type: 'presence-told', with: name, ...(presence && { presence }) });
    clearTimeout(askAgain);
    if (!presence?.online || !socket) return;
    // The times are the server's, whose clock may be another.
    const ms = Math.max(0, presence.until - socket.serverNow()) + AFTER_LEASE_MS;
    askAgain = setTimeout(watchAgain, Math.min(ms, LONGEST_TIMER_MS));
  };

  const watchAgain = () => {
    watched = undefined;
    look();
  };

  const endTyping = (name: string) => {
    clearTimeout(ends.get(name));
    ends.delete(name);
    dispatch({ type: 'typing-ended', with: name });
  };

  session.onChange(look);
  signal.addEventListener('abort', () => {
    clearTimeout(askAgain);
    for (const end of ends.values()) clearTimeout(end);
  });
  return {
    live(opened) {
      socket = opened;
      watched = undefined;
      look();
    },
    lost() {
      socket = undefined;
      clearTimeout(askAgain);
      dispatch({ type: 'presence-unknown' });
    },
    told,
    isTypedBy(name) {
      const { side } = state().conversations.get(name) ?? NO_CONVERSATION;
      if (side.blocked || side.request) return;
      clearTimeout(ends.get(name));
      ends.set(
        name,
        setTimeout(() => endTyping(name), TYPING_LASTS_MS),
      );
      dispatch({ type: 'typing-began', with: name });
    },
    type(to) {
      const { side } = state().conversations.get(to) ?? NO_CONVERSATION;
      const now = performance.now();
      const isTold = now - (typedAt.get(to) ?? Number.NEGATIVE_INFINITY) < TYPING_INTERVAL_MS;
      if (isTold || !socket || to === myName(state()) || side.blocked || side.request) return;
      typedAt.set(to, now);
      socket.typing(to);
    },
    hasSent: (to) => void typedAt.delete(to),
    away(isNow) {
      isAway = isNow;
      look();
    },
  };
}
