import { NO_CONVERSATION } from '../../../frontend/state/model.ts';
import { shownMessages } from '../../../frontend/state/shown-messages.ts';
import { unreadCount } from '../../../frontend/state/sides.ts';
import { conversationOf } from '../../../lib/chat/conversation.ts';
import { toSide } from '../../../lib/chat/side.ts';
import type { Entry } from '../../../lib/protocol/entries.ts';
import type { Side } from '../../../lib/protocol/side.ts';
import type { Page } from '../page.ts';
import type { World } from '../world.ts';
import type { Logs } from './logs.ts';
import { asShown, checkShown } from './shown.ts';
import type { Violations } from './violation.ts';

/** What a side has beside the marks, which a page may know more of than the server. */
const FIELDS = [
  'unread',
  'pinnedAt',
  'mutedUntil',
  'archivedAt',
  'request',
  'blocked',
  'starred',
  'hidden',
] as const;

/**
 * What every page must show when it is quiet: what the log says, and how far it was read.
 * @param areSidesKnown whether it has asked for the sides since they were last changed. Of two changes in the same moment,
 *   what is pushed may come in either order, so that until then a page may show the former one
 */
export async function checkViews(
  world: World,
  logs: Logs,
  violations: Violations,
  areSidesKnown: boolean,
): Promise<void> {
  for (const page of world.pages.values()) {
    const { session, connection, outbox } = page.state;
    const status = () => `${page.name} is ${session.status}, ${connection}`;
    violations.unless(
      session.status === 'signed-in' && connection === 'live',
      'a page is live again',
      status,
    );
    violations.unless(world.gateway.openOf(page) === 1, 'a page has one socket', () => {
      return `${page.name} has ${world.gateway.openOf(page)}`;
    });
    violations.unless(outbox.length === 0, 'what is written leaves the outbox', () => {
      return `${page.name}: ${JSON.stringify(outbox)}`;
    });
    for (const peer of world.plan.people) {
      const log = logs.get(conversationOf(page.person, peer)) ?? [];
      if (log.length === 0) continue;
      const kept = await sideOf(world, page.person, peer);
      if (areSidesKnown) checkSide(page, peer, kept, violations);
      const { hidden = [] } = page.state.conversations.get(peer)?.side ?? {};
      checkMessages(page, peer, log, hidden, violations);
      checkUnread(page, peer, log, { ...kept, hidden }, violations);
    }
  }
}

async function sideOf({ server }: World, person: string, peer: string): Promise<Side> {
  const [side] = await server.store.peers.sides([{ person, peer }]);
  const [shelf] = await server.store.shelves.of([{ person, peer }]);
  return toSide(side, shelf);
}

function checkMessages(
  page: Page,
  peer: string,
  log: readonly Entry[],
  hidden: readonly number[],
  violations: Violations,
): void {
  const held = page.state.conversations.get(peer) ?? NO_CONVERSATION;
  const first = held.entries[0]?.seq ?? 0;
  const last = held.entries.at(-1)?.seq ?? 0;
  const where = `${page.name} of ${peer}`;
  violations.unless(last === log.length, 'a page holds the end of the log', () => {
    return `${where}: ${first} to ${last} of ${log.length}, and aside [${held.aside.map(({ seq }) => seq)}]`;
  });
  const shown = shownMessages(page.state, peer).map(asShown);
  checkShown(where, { first, last, shown }, log, hidden, violations);
}

function checkSide(page: Page, peer: string, kept: Side, violations: Violations): void {
  const { side } = page.state.conversations.get(peer) ?? NO_CONVERSATION;
  const [shown, isSo] = [side, kept].map((it) => JSON.stringify(FIELDS.map((field) => it[field] ?? null)));
  violations.unless(shown === isSo, 'a page shows the side as it is', () => {
    return `${page.name} of ${peer}: ${shown} in place of ${isSo}`;
  });
}

function checkUnread(
  page: Page,
  peer: string,
  log: readonly Entry[],
  side: Side,
  violations: Violations,
): void {
  const held = page.state.conversations.get(peer) ?? NO_CONVERSATION;
  const where = `${page.name} of ${peer}`;
  const first = held.entries[0]?.seq ?? 0;
  const isNews = ({ seq, from, kind }: Entry) =>
    kind === 'message' && seq > side.read && from !== page.person && !side.hidden?.includes(seq);
  // What is not held can't be known to be one's own.
  const isTakenForNews = ({ seq, kind }: Entry) => kind === 'message' && seq > side.read && seq < first;
  const unread = log.filter((entry) => isNews(entry) || (peer !== page.person && isTakenForNews(entry)));
  const counted = unreadCount(held, page.person, peer);
  violations.unless(counted === unread.length, 'unread is right', () => {
    return `${where}: ${counted} in place of ${unread.length}; read up to ${held.side.read}, and ${side.read} kept`;
  });
}
