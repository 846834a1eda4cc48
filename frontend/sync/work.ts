import { GONE_DISPLAY_NAME } from '../../lib/protocol/gone.ts';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import type { PushedFrame } from '../../lib/protocol/server-frames.ts';
import { keepConnected } from '../net/connection.ts';
import type { Socket } from '../net/socket.ts';
import type { OutboxItem } from '../state/model.ts';
import type { Items } from '../store/items.ts';
import type { LocalCopy } from '../store/local-copy.ts';
import { acceptAnswered } from './accept-answered.ts';
import { createCatchUp } from './catch-up.ts';
import { createSideChanger, type SideChanger } from './change-side.ts';
import { type ConversationLog, createConversationLog } from './conversation-log.ts';
import { type Copied, keepCopy } from './keep-copy.ts';
import { createLists, type Lists } from './lists.ts';
import { createMarkSender } from './marks.ts';
import { meetPeople } from './meet-people.ts';
import { meetSides } from './meet-sides.ts';
import { createPresenceWatch, type PresenceWatch } from './presence.ts';
import { createSender } from './sender.ts';
import type { SignedIn } from './signed-in.ts';

/** What goes on for as long as somebody is signed in, and what can be asked of it. */
export interface Work {
  readonly log: ConversationLog;
  readonly lists: Lists;
  readonly copy: LocalCopy;
  readonly presence: PresenceWatch;
  readonly sides: SideChanger;
}

export interface WorkOptions {
  /** Whether a wish waits to be told. */
  readonly isWaiting: (wish: string) => boolean;
  readonly copy: LocalCopy;
  /** What the device keeps of what is not sent, for all of its tabs. */
  readonly outbox: Items<OutboxItem>;
  /** What was read from there. */
  readonly found: Copied;
  /** Comes with the bootstrap, which may take long when there is no network. */
  readonly firstTicket: Promise<SocketTicket>;
  /** The address of the page, where that is not the browser's. */
  readonly page?: string | undefined;
  readonly handOverAfterMs?: number | undefined;
}

/**
 * Starts what goes on for somebody signed in: a socket is kept open, what it misses is asked for, what is in the
 * outbox is sent.
 */
export function startWork(
  session: SignedIn,
  { isWaiting, copy, outbox, found, firstTicket, page, handOverAfterMs }: WorkOptions,
): Work {
  keepCopy(session, copy, found);
  const log = createConversationLog(session, copy);
  const sender = createSender(session, log, outbox);
  const catchUp = createCatchUp(session);
  const presence = createPresenceWatch(session);
  const sides = createSideChanger(session, isWaiting);
  const parts = [sender, sides, createMarkSender(session), presence];
  meetPeople(session);
  meetSides(session, log);
  acceptAnswered(session);

  const connected = keepConnected(
    {
      firstTicket,
      newTicket: () => session.api.ticket(),
      onPush: (frame) => take(frame, session, presence),
      onLive: (socket: Socket) => {
        session.dispatch({ type: 'connection-changed', connection: 'live' });
        for (const part of parts) part.live(socket);
        catchUp.live();
      },
      onLost: () => {
        for (const part of parts) part.lost();
        catchUp.lost();
        session.dispatch({ type: 'connection-changed', connection: 'reconnecting' });
      },
      onRefused: (error) => session.inBackground(Promise.reject(error)),
      surroundings: session.surroundings,
      page,
      handOverAfterMs,
    },
    session.signal,
  );
  session.inBackground(connected);
  return { log, lists: createLists(session), copy, presence, sides };
}

function take(frame: PushedFrame, { dispatch }: SignedIn, presence: PresenceWatch): void {
  switch (frame.action) {
    case 'entries':
      dispatch({ type: 'entries-pushed', with: frame.with, entries: frame.entries });
      if (frame.entries.some(({ kind, from }) => kind === 'departure' && from === frame.with)) {
        const person = { name: frame.with, displayName: GONE_DISPLAY_NAME, gone: true } as const;
        dispatch({ type: 'person-met', person });
      }
      break;
    case 'receipt': {
      const { received, read } = frame;
      dispatch({
        type: 'receipt',
        with: frame.with,
        marks: { received, ...(read !== undefined && { read }) },
      });
      break;
    }
    case 'side-changed':
      dispatch({ type: 'side-said', with: frame.with, side: frame.side });
      break;
    case 'preferences-changed':
      dispatch({ type: 'preferences-changed', preferences: frame.preferences });
      break;
    case 'profile-changed':
      dispatch({ type: 'profile-changed', me: frame.me });
      dispatch({ type: 'person-met', person: frame.me });
      break;
    case 'typing':
      presence.isTypedBy(frame.with);
      break;
    case 'presence':
      presence.told(frame);
  }
}
