import { type LocalCopy, NO_COPY } from './local-copy.ts';

/**
 * The copy in IndexedDB, whose code is fetched when it is first asked for something: nobody has to wait for it who is
 * not known here yet. If the code does not come, nothing is kept.
 */
export function loadedCopy(person: string): LocalCopy {
  let loading: Promise<LocalCopy> | undefined;
  const copy = () => {
    loading ??= import('./indexed-db.ts').then(
      ({ indexedDbCopy }) => indexedDbCopy(person),
      () => NO_COPY,
    );
    return loading;
  };
  return {
    read: async () => (await copy()).read(),
    newest: async (name, limit) => (await copy()).newest(name, limit),
    before: async (name, seq, limit) => (await copy()).before(name, seq, limit),
    ends: async () => (await copy()).ends(),
    write: async (changes) => (await copy()).write(changes),
    scrub: async (name, by) => (await copy()).scrub(name, by),
  };
}
