import { browserDevice, type Device } from '../../frontend/store/device.ts';
import type { LocalCopy } from '../../frontend/store/local-copy.ts';
import type { Session } from '../../lib/chat/account-ports.ts';
import { memoryCopy } from '../../test/frontend/memory-copy.ts';
import { Locks } from './locks.ts';

/** What a browser's local storage is to a page: its keys are its own properties. */
class Storage {
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (Reflect.get(this, key) as string) : null;
  }
  setItem(key: string, value: string): void {
    Reflect.set(this, key, value);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** What the tabs of a browser share, and what is there after a reload. */
export class Browser {
  readonly storage = new Storage();
  readonly locks = new Locks();
  session: Session | undefined;
  readonly #copies = new Map<string, LocalCopy>();

  /**
   * The real device, but for its database, of which there is a copy in memory.
   * @param wait lets the time go by that the database takes
   */
  device(wait: () => Promise<void>): Device {
    return {
      ...browserDevice,
      of: (person) => ({ ...browserDevice.of(person), copy: this.#copyOf(person, wait) }),
      signedIn: async (person) => {
        await browserDevice.signedIn(person);
        for (const name of this.#copies.keys()) if (name !== person) this.#copies.delete(name);
      },
      wipe: async (options) => {
        await browserDevice.wipe(options);
        this.#copies.clear();
      },
    };
  }

  #copyOf(person: string, wait: () => Promise<void>): LocalCopy {
    const copy = async () => {
      await wait();
      const kept = this.#copies.get(person) ?? memoryCopy();
      this.#copies.set(person, kept);
      return kept;
    };
    return {
      read: async () => (await copy()).read(),
      newest: async (name, limit) => (await copy()).newest(name, limit),
      before: async (name, seq, limit) => (await copy()).before(name, seq, limit),
      ends: async () => (await copy()).ends(),
      write: async (changes) => (await copy()).write(changes),
      scrub: async (name, seq) => (await copy()).scrub(name, seq),
    };
  }
}
