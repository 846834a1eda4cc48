/** What a page says to the worker. */
export type ToWorker =
  /** Take the place of the worker that is in charge; the page reloads then. */
  | { readonly kind: 'take-over' }
  /** The version that the page was given has come to life. */
  | { readonly kind: 'started' };

/** What the worker says to a page. */
export interface ToPage {
  /** Somebody has pressed a notification. */
  readonly kind: 'go-to';
  readonly path: string;
}
