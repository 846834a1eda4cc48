/** What a page's WebSocket tells the page. */
type Listener = (event: { data?: string }) => void;

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** What a page has of a socket; the network behind it is the gateway's. */
export interface Line {
  /** The page has said something. */
  send(data: string): void;
  /** The page has ended it. */
  close(): void;
}

/** A WebSocket as a browser gives it to a page. */
export class PageSocket {
  static readonly OPEN = OPEN;
  readyState = CONNECTING;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #line: Line;

  constructor(connect: (socket: PageSocket) => Line) {
    this.#line = connect(this);
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(data: string): void {
    if (this.readyState === OPEN) this.#line.send(data);
  }

  close(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#line.close();
  }

  opened(): void {
    if (this.readyState !== CONNECTING) return;
    this.readyState = OPEN;
    this.#tell('open', {});
  }

  received(data: string): void {
    if (this.readyState === OPEN) this.#tell('message', { data });
  }

  /** It has ended by itself. */
  ended(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#tell('close', {});
  }

  #tell(type: string, event: { data?: string }): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
}
