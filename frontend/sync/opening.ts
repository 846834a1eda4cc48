import type { Person } from '../../lib/protocol/names.ts';
import { asKept, byClientId } from '../state/outbox.ts';
import type { Device, KeptFor } from '../store/device.ts';
import { type Copied, keepCopy } from './keep-copy.ts';
import { keepItems } from './keep-items.ts';
import type { SignedIn } from './signed-in.ts';

/** Somebody whose pages are open with what the device had of them. */
export interface Opened {
  readonly me: Person;
  readonly kept: KeptFor;
}

const NOTHING: Copied = { conversations: new Map(), people: new Map() };

/** Shows what the device has of whoever is signed in on it. @returns undefined if it has nothing */
export async function openFromDevice(session: SignedIn, device: Device): Promise<Opened | undefined> {
  const name = device.whoIsSignedIn();
  if (name === undefined) return undefined;
  const kept = device.of(name);
  const copy = await kept.copy.read();
  if (!copy || copy.me.name !== name || session.signal.aborted) return undefined;
  session.dispatch({ type: 'opened-from-device', kept: copy, ...unsentOn(kept) });
  keepOn(session, kept, session.state());
  return { me: copy.me, kept };
}

/** What the device has of what was written and not sent. */
export function unsentOn({ outbox, drafts }: KeptFor) {
  return { outbox: outbox.all().map(([, item]) => asKept(item)), drafts: new Map(drafts.all()) };
}

/**
 * Makes the device follow what is known from now on.
 * @param found what is known because the device has it
 */
export function keepOn(session: SignedIn, { outbox, drafts, copy }: KeptFor, found: Copied = NOTHING): void {
  // What can't be kept is sent all the same: it is only a reload that it would not survive.
  const onNotKept = () => session.dispatch({ type: 'outbox-not-durable' });
  keepItems(session, outbox, (state) => byClientId(state.outbox), onNotKept);
  keepItems(session, drafts, (state) => state.drafts);
  keepCopy(session, copy, found);
}
