import { MARK_INTERVAL_MS, RECENT_ENTRIES } from '../../lib/protocol/limits.ts';
import { isSessionOver, isWorthRepeating, Refused } from '../net/errors.ts';
import type { Socket } from '../net/socket.ts';
import { type Conversation, NO_CONVERSATION, type State } from '../state/model.ts';
import { myName } from '../state/reducer.ts';
import { NO_SIDE } from '../state/sides.ts';
import type { SignedIn } from './signed-in.ts';

/** Tells the server up to where this device has the conversations, and up to where they were read on it. */
export interface MarkSender {
  live(socket: Socket): void;
  lost(): void;
}

/** What is to be told of one conversation. */
interface WantedMarks {
  readonly received?: number;
  readonly read?: number;
}

/**
 * The marks of a session. Those of a conversation go together, one frame at a time and not too often; what was not
 * answered goes again over the next socket.
 *
 * That something is here, and no more, is told a moment later: most often it is read by then, here or on another device, and
 * that says both. A frame costs as much as a message.
 */
export function createMarkSender(session: SignedIn): MarkSender {
  const { state, dispatch, signal } = session;
  /** Those that just were told, and wait until they may be told again. */
  const resting = new Set<string>();
  /** Those of which it is known for a while already that something is here. */
  const waited = new Set<string>();
  const waiting = new Set<string>();
  const refused = new Map<string, WantedMarks>();
  let socket: Socket | undefined;
  let seen: State['conversations'] | undefined;

  const look = () => {
    const { conversations } = state();
    if (!socket || conversations === seen) return;
    seen = conversations;
    for (const name of conversations.keys()) tell(name);
  };

  const tell = (name: string) => {
    if (!socket || signal.aborted || resting.has(name)) return;
    const marks = marksToTell(state().conversations.get(name) ?? NO_CONVERSATION, name, myName(state()));
    if (!marks || isSame(marks, refused.get(name))) return;
    if (marks.read === undefined && !waited.delete(name)) return wait(name);
    tellAgain(name, resting);
    session.inBackground(ask(socket, name, marks));
  };

  const wait = (name: string) => {
    if (!waiting.has(name)) tellAgain(name, waiting, waited);
  };

  /** Looks again after a while; until then `meanwhile` has the name, and `then` while it looks. */
  const tellAgain = (name: string, meanwhile: Set<string>, then?: Set<string>) => {
    meanwhile.add(name);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      meanwhile.delete(name);
      then?.add(name);
      tell(name);
      then?.delete(name);
    }, MARK_INTERVAL_MS);
    const end = () => clearTimeout(timer);
    signal.addEventListener('abort', end, { once: true });
  };

  const ask = async (over: Socket, name: string, marks: WantedMarks) => {
    try {
      const { received, read } = await over.ask({ action: 'mark', with: name, ...marks });
      dispatch({ type: 'marked', with: name, marks: { received, read } });
    } catch (error) {
      if (isSessionOver(error)) throw error;
      if (isWorthRepeating(error)) return;
      if (!(error instanceof Refused)) throw error;
      // Of a log, or a person, that the server does not have any more.
      refused.set(name, marks);
    }
  };

  session.onChange(look);
  return {
    live(opened) {
      socket = opened;
      seen = undefined;
      look();
    },
    lost() {
      socket = undefined;
    },
  };
}

/** What the server does not know of a conversation yet; nothing where it is nobody's business. */
export function marksToTell(held: Conversation, name: string, me: string): WantedMarks | undefined {
  const { side, said, entries } = held;
  // The server has to know first that it was accepted, or it would tell nobody of these.
  if (said === NO_SIDE || said.request || said.blocked) return undefined;
  const received = entries.findLast(({ from }) => from !== me)?.seq ?? 0;
  const isReceived = name !== me && Math.max(received, side.read) > said.received;
  // What was marked as unread by hand is not any more as soon as the server knows that it was read on.
  const isRead = side.read > said.read && (said.unread || isWorthTelling(held, me));
  if (!isReceived && !isRead) return undefined;
  return {
    ...(isReceived && { received: Math.max(received, side.read) }),
    ...(isRead && { read: side.read }),
  };
}

/** That I have read what I wrote myself goes without saying, as long as it is among what a list brings with it. */
function isWorthTelling({ entries, side, said }: Conversation, me: string): boolean {
  if (side.read - said.read > RECENT_ENTRIES / 2) return true;
  const place = said.read + 1 - (entries[0]?.seq ?? 1);
  // What is not held any more may well be the other one's.
  if (place < 0) return true;
  return entries.slice(place, place + side.read - said.read).some(({ from }) => from !== me);
}

function isSame(one: WantedMarks, other: WantedMarks | undefined): boolean {
  return one.received === other?.received && one.read === other?.read;
}
