import type { KeptSide, MarksToRaise } from '../chat/side-ports.ts';

/** The side with its marks raised, each for itself; the same object if none of them moves. */
export function raised(side: KeptSide, marks: MarksToRaise): KeptSide {
  const { unread, ...rest } = side;
  const readsOn = marks.read > side.read;
  const received = Math.max(side.received, marks.received, marks.read);
  const read = Math.max(side.read, marks.read);
  const told = {
    received: marks.told.received ? Math.max(side.told.received, received) : side.told.received,
    read: marks.told.read ? Math.max(side.told.read, read) : side.told.read,
  };
  const hasMoved =
    readsOn || received > side.received || told.received > side.told.received || told.read > side.told.read;
  if (!hasMoved) return side;
  return {
    ...rest,
    ...(unread && !readsOn && { unread }),
    received,
    read,
    readMessages: readsOn ? marks.readMessages : side.readMessages,
    told,
  };
}
