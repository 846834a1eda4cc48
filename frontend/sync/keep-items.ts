import type { State } from '../state/model.ts';
import type { Items } from '../store/items.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Makes items on the device follow what is known, at once: what is shown survives a reload in the same moment.
 * @param select what is to be kept, by its keys; the same object for as long as nothing has changed
 * @param onNotKept is called when one could not be kept
 */
export function keepItems<Value>(
  session: SignedIn,
  items: Items<Value>,
  select: (state: State) => ReadonlyMap<string, Value>,
  onNotKept: (key: string) => void = () => {},
): void {
  let kept: ReadonlyMap<string, Value> = new Map(items.all());

  const follow = () => {
    const now = select(session.state());
    if (now === kept) return;
    const before = kept;
    kept = now;
    for (const key of before.keys()) if (!now.has(key)) items.delete(key);
    for (const [key, value] of now) {
      if (before.get(key) !== value && !items.put(key, value)) onNotKept(key);
    }
  };

  session.onChange(follow);
  follow();
}
