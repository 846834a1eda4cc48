import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';
import { roomAt } from './take-turn.ts';
import { perMinute } from './throttle-limits.ts';

const MINUTE_MS = 60_000;

/** So many people's frames are remembered; of more, those of whoever has sent none for longest are forgotten. */
const MAX_REMEMBERED = 10_000;

/** What a process knows of a person's frames. */
interface Sent {
  /** Frames that the others have not been told of: they leak away as fast as is taken for slow. */
  untold: number;
  /** When they were that many: ms since 1970. */
  at: number;
  /** ms since 1970; until then, none is let through. */
  nextAt: number;
}

/**
 * Lets a person's next frame through.
 * @throws Refusal `too-many-frames`, with when to send on
 */
export type FrameLimit = (person: string) => Promise<void>;

/**
 * How fast a person's frames may come, over all of their sockets. A process counts by itself, and asks the bucket that all
 * of them share for those people alone who are fast: a writer who is not costs nothing. So each process may let
 * `framesUntold` too many through in a minute, and no more than those.
 */
export function frameLimit({
  throttle,
  throttleLimits: { framesPerMinute, framesUntold },
  clock,
}: Pick<Chat, 'throttle' | 'throttleLimits' | 'clock'>): FrameLimit {
  const rate = perMinute(framesPerMinute);
  const people = new Map<string, Sent>();

  /** Puts whoever was the last to send at the end, so that whoever has sent nothing for longest comes first. */
  const remember = (person: string, sent: Sent) => {
    people.delete(person);
    const [idlest] = people.keys();
    if (people.size >= MAX_REMEMBERED && idlest !== undefined) people.delete(idlest);
    people.set(person, sent);
  };

  const tell = async (person: string, sent: Sent) => {
    const frames = Math.round(sent.untold);
    sent.untold = 0;
    const poured = await throttle.pour(`frames#${person}`, frames * rate.eachMs, sent.at);
    if (poured.emptyAt - sent.at > rate.capacityMs) sent.nextAt = roomAt(poured, rate);
  };

  return async (person) => {
    const now = clock.now();
    const sent = people.get(person) ?? { untold: 0, at: now, nextAt: 0 };
    remember(person, sent);
    if (sent.nextAt > now) throw new Refusal('too-many-frames', { retryAfterMs: sent.nextAt - now });
    const leaked = (Math.max(0, now - sent.at) * framesUntold) / MINUTE_MS;
    sent.untold = Math.max(0, sent.untold - leaked) + 1;
    sent.at = now;
    if (sent.untold >= framesUntold) await tell(person, sent);
  };
}
