import type { OutboxItem } from '../state/model.ts';
import type { OutboxStore } from '../store/outbox.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Makes the device's store follow the outbox, at once: what is shown as pending survives a reload in the same moment.
 * @param found what was in the device's store at the beginning
 */
export function keepOutbox(session: SignedIn, disk: OutboxStore, found: readonly OutboxItem[]): void {
  let kept = found;

  const follow = () => {
    const { outbox } = session.state();
    if (outbox === kept) return;
    const before = new Map(kept.map((item) => [item.clientId, item]));
    kept = outbox;
    for (const item of outbox) {
      if (before.get(item.clientId) !== item) keep(item);
      before.delete(item.clientId);
    }
    for (const clientId of before.keys()) disk.delete(clientId);
  };

  /** One that can't be kept is sent all the same: it is only a reload that it would not survive. */
  const keep = (item: OutboxItem) => {
    if (!disk.put(item)) session.dispatch({ type: 'outbox-not-durable' });
  };

  session.onChange(follow);
  follow();
}
