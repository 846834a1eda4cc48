import type { SocketTicket } from '../../lib/protocol/rest.ts';
import { keepConnected } from '../net/connection.ts';
import type { Socket } from '../net/socket.ts';
import type { LocalCopy } from '../store/local-copy.ts';
import { createCatchUp } from './catch-up.ts';
import { type ConversationLog, createConversationLog } from './conversation-log.ts';
import { createLists, type Lists } from './lists.ts';
import { meetPeople } from './meet-people.ts';
import { createSender } from './sender.ts';
import type { SignedIn } from './signed-in.ts';

/** What goes on for as long as somebody is signed in, and what can be asked of it. */
export interface Work {
  readonly log: ConversationLog;
  readonly lists: Lists;
  readonly copy: LocalCopy;
}

export interface WorkOptions {
  readonly copy: LocalCopy;
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
  { copy, firstTicket, page, handOverAfterMs }: WorkOptions,
): Work {
  const log = createConversationLog(session, copy);
  const sender = createSender(session, log);
  const catchUp = createCatchUp(session);
  meetPeople(session);

  const connected = keepConnected(
    {
      firstTicket,
      newTicket: () => session.api.ticket(),
      onPush: (frame) => {
        if (frame.action === 'entries') {
          session.dispatch({ type: 'entries-pushed', with: frame.with, entries: frame.entries });
        }
      },
      onLive: (socket: Socket) => {
        session.dispatch({ type: 'connection-changed', connection: 'live' });
        sender.live(socket);
        catchUp.live();
      },
      onLost: () => {
        sender.lost();
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
  return { log, lists: createLists(session), copy };
}
