import type { Person } from '../../lib/protocol/names.ts';
import { asKept, byClientId } from '../state/outbox.ts';
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
  keepUnsent(session, kept);
  return { me: copy.me, kept, found };
}

/** What the device has of what was written and not sent. */
export function unsentOn({ outbox, drafts }: KeptFor) {
  return { outbox: outbox.all().map(([, item]) => asKept(item)), drafts: new Map(drafts.all()) };
}

/** Makes the device follow what is written and not sent from now on. */
export function keepUnsent(session: SignedIn, { outbox, drafts }: KeptFor): void {
  // What can't be kept is sent all the same: it is only a reload that it would not survive.
  const onNotKept = () => session.dispatch({ type: 'outbox-not-durable' });
  keepItems(session, outbox, (state) => byClientId(state.outbox), onNotKept);
  keepItems(session, drafts, (state) => state.drafts);
}
