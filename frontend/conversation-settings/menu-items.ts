import { FOR_EVER, type Side } from '../../lib/protocol/side.ts';
import type { SideChange } from '../state/sides.ts';
import type { SidesTexts } from '../texts/en/sides.ts';

const HOUR_MS = 3_600_000;
const LONG_HOURS = 8;

/** One line of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly isDanger?: boolean;
  readonly onChosen: () => void;
}

/** Has a change made, and closes the menu. */
export type Wishes = (change: SideChange) => void;

export interface MenuState {
  readonly side: Side;
  readonly isMe: boolean;
  readonly isMuted: boolean;
  readonly isArchived: boolean;
}

export interface MenuActs {
  readonly wish: Wishes;
  readonly onMute: () => void;
  readonly onBlock: () => void;
  readonly onReport: () => void;
  readonly onExport: () => void;
}

/** What can be done about a conversation as it is. */
export function wishItems(
  texts: SidesTexts,
  { side, isMe, isMuted, isArchived }: MenuState,
  { wish, onMute, onBlock, onReport, onExport }: MenuActs,
): MenuItem[] {
  const isPinned = side.pinnedAt !== undefined;
  const forAll: MenuItem[] = [
    { label: isPinned ? texts.unpin : texts.pin, onChosen: () => wish({ pinned: !isPinned }) },
    { label: isArchived ? texts.unarchive : texts.archive, onChosen: () => wish({ archived: !isArchived }) },
    { label: texts.markUnread, onChosen: () => wish({ unread: true }) },
    { label: texts.export, onChosen: onExport },
  ];
  if (isMe) return forAll;
  const mute = isMuted
    ? { label: texts.unmute, onChosen: () => wish({ mutedUntil: 0 }) }
    : { label: texts.mute, onChosen: onMute };
  const block = side.blocked
    ? { label: texts.unblock, onChosen: () => wish({ blocked: false }) }
    : { label: texts.block, isDanger: true, onChosen: onBlock };
  const report = { label: texts.report, isDanger: true, onChosen: onReport };
  return [...forAll.slice(0, 1), mute, ...forAll.slice(1), block, report];
}

/** For how long nothing is to ring. */
export function muteItems(texts: SidesTexts, now: number, wish: Wishes): MenuItem[] {
  return [
    { label: texts.muteHour, onChosen: () => wish({ mutedUntil: now + HOUR_MS }) },
    { label: texts.muteHours(LONG_HOURS), onChosen: () => wish({ mutedUntil: now + LONG_HOURS * HOUR_MS }) },
    { label: texts.muteForEver, onChosen: () => wish({ mutedUntil: FOR_EVER }) },
  ];
}
