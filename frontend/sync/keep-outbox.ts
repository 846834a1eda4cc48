import type { OutboxItem } from '../state/model.ts';
import type { OutboxStore } from '../store/outbox.ts';
import type { SignedIn } from './signed-in.ts';

/** What the last page left behind unsent. What it was still saving is as good as saved: it is here. */
export async function outboxOnDisk(disk: OutboxStore): Promise<OutboxItem[]> {
  const items = await disk.all();
  return items.map((item) => (item.state === 'saving' ? { ...item, state: 'waiting' } : item));
}

/**
 * Makes the device's store follow the outbox, and lets a message be sent only once it is there.
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
      if (differs(before.get(item.clientId), item)) session.inBackground(save(item));
      before.delete(item.clientId);
    }
    for (const clientId of before.keys()) session.inBackground(disk.delete(clientId));
  };

  const save = async (item: OutboxItem) => {
    await disk.put(item).catch(() => session.dispatch({ type: 'outbox-not-durable' }));
    // One that can't be saved is sent all the same: it is only a reload that it would not survive.
    if (item.state === 'saving') session.dispatch({ type: 'message-saved', clientId: item.clientId });
  };

  if (!disk.durable) session.dispatch({ type: 'outbox-not-durable' });
  session.onChange(follow);
  follow();
}

/** Whether the device's store has to know. From `saving` to `waiting` is no news to it. */
function differs(before: OutboxItem | undefined, item: OutboxItem): boolean {
  return before !== item && !(before?.state === 'saving' && item.state === 'waiting');
}
