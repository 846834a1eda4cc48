/** A page's part in what the pages of this process have in common. */
export interface PageWires {
  /** A request is about to be made. */
  asks(path: string): void;
  sent(frame: string): void;
  received(frame: string): void;
}

/**
 * Gives the pages' code what it takes from a browser, and Node does not have as browsers do: cookies, which belong to an
 * origin, and errors that are reported to nobody. Every device has an origin of its own, and so cookies of its own.
 * @param wiresOf whose page is on an origin; what goes over its socket is shown to it
 * @returns what puts back everything as it was
 */
export function lendBrowser(
  wiresOf: (origin: string) => PageWires | undefined,
  onError: (error: unknown) => void,
): () => void {
  const { fetch: nodeFetch, WebSocket: NodeWebSocket } = globalThis;
  const cookies = new Map<string, Map<string, string>>();

  const fetchWithCookies = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { origin, pathname } = new URL(url);
    wiresOf(origin)?.asks(pathname);
    const jar = cookies.get(origin) ?? new Map<string, string>();
    cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await nodeFetch(url, { ...init, headers: { ...init.headers, cookie } });
    for (const set of response.headers.getSetCookie()) keep(jar, set);
    return response;
  };

  class WatchedSocket extends NodeWebSocket {
    readonly #wires: PageWires | undefined;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.#wires = wiresOf(new URL(url).origin.replace('ws', 'http'));
      // First of all listeners: it is seen before anybody acts on it.
      this.addEventListener('message', ({ data }) => this.#wires?.received(String(data)));
    }

    override send(data: string): void {
      this.#wires?.sent(data);
      super.send(data);
    }
  }

  return lendAll([
    ['fetch', fetchWithCookies],
    ['WebSocket', WatchedSocket],
    ['reportError', onError],
  ]);
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';');
  const at = pair.indexOf('=');
  const isOver = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
  if (isOver) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

function lendAll(lent: readonly [name: string, value: unknown][]): () => void {
  const undo = lent.map(([name, value]) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    return () => {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    };
  });
  return () => {
    for (const back of undo) back();
  };
}
