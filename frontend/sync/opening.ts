import type { Person } from '../../lib/protocol/names.ts';
import { asKept, byClientId } from '../state/outbox.ts';
import { wishesById } from '../state/wishes.ts';
import type { Device, KeptFor } from '../store/device.ts';
import type { Copied } from './keep-copy.ts';
import { keepItems } from './keep-items.ts';
import type { SignedIn } from './signed-in.ts';

/** Somebody whose pages are open with what the device had of them. */
export interface Opened {
  readonly me: Person;
  readonly kept: KeptFor;
  /** What is known because the device has it. */
  readonly found: Copied;
  readonly isWaiting: (wish: string) => boolean;
}

/** Shows what the device has of whoever is signed in on it. @returns undefined if it has nothing */
export async function openFromDevice(session: SignedIn, device: Device): Promise<Opened | undefined> {
  const name = device.whoIsSignedIn();
  if (name === undefined) return undefined;
  const kept = device.of(name);
  const copy = await kept.copy.read();
  if (!copy || copy.me.name !== name || session.signal.aborted) return undefined;
  session.dispatch({ type: 'opened-from-device', kept: copy, ...unsentOn(kept) });
  const found = session.state();
  return { me: copy.me, kept, found, isWaiting: keepUnsent(session, kept) };
}

/** What the device has of what was written, done and wished, and not sent. */
export function unsentOn({ outbox, wishes, drafts, composing }: KeptFor) {
  return {
    outbox: outbox.all().map(([, item]) => asKept(item)),
    wishes: wishes
      .all()
      .map(([, wish]) => wish)
      .sort((one, other) => one.at - other.at),
    drafts: new Map(drafts.all()),
    composing: new Map(composing.all()),
  };
}

/**
 * Makes the device follow what is written, done and wished, and not sent, from now on.
 * @returns whether a wish waits to be told: another tab of this device may have done that
 */
export function keepUnsent(
  session: SignedIn,
  { outbox, wishes, drafts, composing }: KeptFor,
): (wish: string) => boolean {
  // What can't be kept is sent all the same: it is only a reload that it would not survive.
  const onNotKept = () => session.dispatch({ type: 'outbox-not-durable' });
  keepItems(session, outbox, (state) => byClientId(state.outbox), onNotKept);
  keepItems(session, drafts, (state) => state.drafts);
  keepItems(session, composing, (state) => state.composing);
  const known = new Set<string>();
  keepItems(
    session,
    wishes,
    (state) => wishesById(state.conversations),
    (wish) => known.add(wish),
  );
  return (wish) => known.has(wish) || wishes.has(wish);
}
