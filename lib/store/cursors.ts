import { Refusal } from '../chat/refusal.ts';
import type { Peer } from '../chat/side-ports.ts';

/**
 * A cursor says where the page before it ended, in characters that a URL can carry. It never names whose list it
 * is: that comes from the session, so a cursor made up by hand leads nowhere new.
 */

/** @throws Refusal `invalid-request` unless the cursor is a name that begins with the prefix */
export function readPersonCursor(cursor: string, prefix: string): string {
  if (!/^[a-z0-9_-]{3,32}$/.test(cursor) || !cursor.startsWith(prefix)) throw notACursor();
  return cursor;
}

export function peerCursor({ activeAt, peer }: Peer): string {
  return `${activeAt}-${peer}`;
}

/** @throws Refusal `invalid-request` */
export function readPeerCursor(cursor: string): Peer {
  const [, activeAt, peer] = /^(\d{1,15})-([a-z0-9_-]{3,32})$/.exec(cursor) ?? [];
  if (!activeAt || !peer) throw notACursor();
  return { activeAt: Number(activeAt), peer };
}

export function starCursor({ peer, seq }: { peer: string; seq: number }): string {
  return `${seq}-${peer}`;
}

/** @throws Refusal `invalid-request` */
export function readStarCursor(cursor: string): { peer: string; seq: number } {
  const { activeAt: seq, peer } = readPeerCursor(cursor);
  return { peer, seq };
}

/** No name has a full stop. */
export function reportCursor({ about, by }: { about: string; by: string }): string {
  return `${about}.${by}`;
}

/** @throws Refusal `invalid-request` */
export function readReportCursor(cursor: string): { about: string; by: string } {
  const [, about, by] = /^([a-z0-9_-]{3,32})\.([a-z0-9_-]{3,32})$/.exec(cursor) ?? [];
  if (!about || !by) throw notACursor();
  return { about, by };
}

/** What a store answers to a cursor that none of its pages ended with. */
export function notACursor(): Refusal {
  return new Refusal('invalid-request', {
    message: 'A cursor is the next of an earlier answer, unchanged.',
    field: 'cursor',
  });
}
