/** Values by keys, in the browser's local storage: the one store that is written before the function returns. */
export interface Items<Value> {
  has(key: string): boolean;
  all(): [key: string, value: Value][];
  /** @returns whether it is kept: the browser may have no store, as in some private windows, or a full one */
  put(key: string, value: Value): boolean;
  delete(key: string): void;
  clear(): void;
}

/** Those whose keys begin with a prefix. Each has a key of its own, so that two tabs don't undo each other's changes. */
export function storedItems<Value>(prefix: string): Items<Value> {
  const storage = storageIfThere();
  if (!storage) return noItems();
  const keys = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
  return {
    has: (key) => storage.getItem(`${prefix}${key}`) !== null,
    all: () =>
      keys().flatMap((key): [string, Value][] => {
        const value = parsed<Value>(storage.getItem(key));
        return value === undefined ? [] : [[key.slice(prefix.length), value]];
      }),
    put(key, value) {
      try {
        storage.setItem(`${prefix}${key}`, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    delete: (key) => storage.removeItem(`${prefix}${key}`),
    clear() {
      for (const key of keys()) storage.removeItem(key);
    },
  };
}

/** Those of a device that keeps nothing. */
export function noItems<Value>(): Items<Value> {
  return { has: () => false, all: () => [], put: () => false, delete: () => {}, clear: () => {} };
}

function parsed<Value>(text: string | null): Value | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** To a page that may not keep anything, even the look at the property is refused. */
function storageIfThere(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
