import { recordEvent } from '../audit.ts';
import type { Leaving } from '../erasure-ports.ts';
import type { Chat } from '../ports.ts';
import { endSessionsOf } from './end-sessions.ts';
import { eraseConversation } from './erase-conversation.ts';

/**
 * What was on its way when somebody left may still be written: a function runs for some seconds, and a socket that is
 * cut off is told as closed after ten minutes. What it leaves behind is erased after that; the last round comes later.
 */
export const SETTLED_AFTER_MS = 15 * 60_000;

const PER_PAGE = 20;

type ErasePorts = Pick<Chat, 'erasure' | 'peers' | 'watches'> &
  Parameters<typeof endSessionsOf>[0] &
  Parameters<typeof recordEvent>[0] &
  Parameters<typeof eraseConversation>[0];

/**
 * Erases what is left of somebody who is leaving, as far as it comes until a time. It can be ended anywhere, and done
 * again: what is done stays so.
 * @param until ms since 1970
 * @returns whether nothing is left but the name
 */
export async function eraseAccount(chat: ErasePorts, person: string, until: number): Promise<boolean> {
  const leaving = await chat.erasure.leaving(person);
  if (!leaving) return true;
  await endSessionsOf(chat, person);
  if (!(await eraseConversations(chat, person, leaving, until))) return false;
  await forgetPresence(chat, person);
  await chat.erasure.forgetRest(person);
  if (chat.clock.now() < leaving.since + SETTLED_AFTER_MS) return false;
  await recordEvent(chat, 'erased', { person });
  await chat.erasure.end(person);
  return true;
}

/** A round of erasing: goes on with all who are leaving. What fails for one is tried again in the next. */
export async function eraseAccounts(chat: ErasePorts, until: number): Promise<void> {
  let cursor: string | undefined;
  do {
    const { items, next } = await chat.erasure.list({ cursor, limit: PER_PAGE });
    for (const person of items) {
      if (chat.clock.now() >= until) return;
      try {
        await eraseAccount(chat, person, until);
      } catch (error) {
        chat.log.warn('an account is not erased yet', { person, reason: String(error) });
      }
    }
    cursor = next;
  } while (cursor !== undefined);
}

async function eraseConversations(
  chat: ErasePorts,
  person: string,
  leaving: Leaving,
  until: number,
): Promise<boolean> {
  for (;;) {
    // The first page each time: those that are done are not on it any more.
    const { items } = await chat.peers.list(person, { limit: PER_PAGE });
    if (items.length === 0) return true;
    for (const { peer } of items) {
      const from = leaving.done?.peer === peer ? leaving.done.seq + 1 : 1;
      if (!(await eraseConversation(chat, { person, peer }, from, until))) return false;
      await chat.erasure.forgetConversation({ person, peer });
    }
  }
}

async function forgetPresence(chat: ErasePorts, person: string): Promise<void> {
  const watches = await chat.watches.of(person, chat.clock.now());
  await Promise.all(watches.map(({ watched, connectionId }) => chat.watches.remove(watched, connectionId)));
  await chat.connections.forget(person);
}
