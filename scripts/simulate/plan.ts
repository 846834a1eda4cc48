/** What happens in a run, as far as it is not left to chance; made from a seed, and made smaller where it fails. */
export interface Plan {
  readonly seed: number;
  readonly people: readonly string[];
  /** Each a tab of a browser of a person: `alice-phone-1`. The tabs of a browser share what it keeps. */
  readonly tabs: readonly string[];
  readonly actions: readonly Action[];
  readonly faults: readonly Fault[];
  /** How long people act and things break, in ms. */
  readonly stormMs: number;
  /** Whether it goes on, in peace, until every socket has been handed over to another one. */
  readonly outlastsSockets: boolean;
}

export const ACTIONS = [
  'send',
  'send-many',
  'edit',
  'delete',
  'react',
  'read',
  'open',
  'close',
  'type',
  'change-side',
  'reload',
  'leave',
  'come-back',
  'log-out',
] as const;

/** Something that somebody does at a page; nothing, if the page is not there then. */
export interface Action {
  readonly what: (typeof ACTIONS)[number];
  /** ms since the beginning */
  readonly at: number;
  readonly tab: string;
  readonly with: string;
  /** In [0, 1): which of what there is to choose from. */
  readonly which: number;
}

export const FAULTS = [
  'a frame to the server is lost',
  'a frame from the server is lost',
  'a frame is doubled',
  'frames are slow',
  'the socket is cut',
  'the socket dies silently',
  'there is no network',
  'a request is lost',
  'an answer is lost',
  'the store throttles',
  'the store is slow',
  'a write is done and fails',
  'a put meets itself',
  'reads are stale',
  'a handler is killed',
  'a handler runs twice',
  'a push hangs',
  'a push fails',
  'a disconnect is not told',
  "a machine's clock is wrong",
] as const;

export type FaultKind = (typeof FAULTS)[number];

/** Something that goes wrong for a while. */
export interface Fault {
  readonly id: string;
  readonly kind: FaultKind;
  /** ms since the beginning */
  readonly at: number;
  readonly forMs: number;
  /** The tab that it is about; absent where it is about all, or about the server. */
  readonly tab?: string;
  /** How often, of all the times that it could. */
  readonly share: number;
}
