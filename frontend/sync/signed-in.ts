import type { Api } from '../net/api.ts';
import { isSessionOver } from '../net/errors.ts';
import { persist } from '../net/persist.ts';
import type { Surroundings } from '../net/surroundings.ts';
import type { Action } from '../state/actions.ts';
import type { State } from '../state/model.ts';
import type { Store } from '../state/store.ts';

/** What the parts of the app that work for somebody signed in share. It ends with the session. */
export interface SignedIn {
  readonly api: Api;
  readonly surroundings: Surroundings;
  /** Aborted when the session ends. */
  readonly signal: AbortSignal;
  state(): State;
  /** Ignored after the end: a late answer must not show up in somebody else's session. */
  dispatch(action: Action): void;
  /** Calls back after every action, until the end. */
  onChange(listener: () => void): void;
  /** Repeats a request until it is answered; tells of every try that is going to be repeated. */
  persist<Result>(request: () => Promise<Result>, onFailure?: (error: unknown) => void): Promise<Result>;
  /** Lets work go on by itself, and deals with how it fails. */
  inBackground(work: Promise<unknown>): void;
}

/** @param onSessionOver is called when the server says that nobody is signed in */
export function createSignedIn(
  { api, store, surroundings }: { api: Api; store: Store; surroundings: Surroundings },
  signal: AbortSignal,
  onSessionOver: () => void,
): SignedIn {
  return {
    api,
    surroundings,
    signal,
    state: store.state,
    dispatch: (action) => {
      if (!signal.aborted) store.dispatch(action);
    },
    onChange: (listener) => {
      const end = store.subscribe(listener);
      signal.addEventListener('abort', end);
    },
    persist: (request, onFailure) => persist(request, surroundings, signal, onFailure),
    inBackground: (work) => {
      work.catch((error) => {
        if (signal.aborted) return;
        if (isSessionOver(error)) onSessionOver();
        // Nobody waits for it, so the console is all that is left to tell.
        else reportError(error);
      });
    },
  };
}
