const ORIGIN = 'https://chat.example';

/** What a browser's `Cache` does, as far as the worker uses it. */
class MemoryCache {
  readonly #kept = new Map<string, Response>();

  async match(path: string): Promise<Response | undefined> {
    return this.#kept.get(addressOf(path))?.clone();
  }
  async put(path: string, response: Response): Promise<void> {
    this.#kept.set(addressOf(path), response);
  }
  async delete(path: string): Promise<boolean> {
    return this.#kept.delete(addressOf(path));
  }
  async keys(): Promise<readonly { url: string }[]> {
    return [...this.#kept.keys()].map((url) => ({ url }));
  }
}

/** A browser's caches, which a worker finds again when it is started anew. */
export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();

  async open(name: string): Promise<Cache> {
    const cache = this.#caches.get(name) ?? new MemoryCache();
    this.#caches.set(name, cache);
    return cache as unknown as Cache;
  }
  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }
  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  /** The paths that lie in a cache. */
  async pathsIn(name: string): Promise<string[]> {
    const requests = await (await this.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname).sort();
  }
}

function addressOf(path: string): string {
  return new URL(path, ORIGIN).href;
}
