import type { Action } from './actions.ts';
import { INITIAL_STATE, type State } from './model.ts';
import { reduce } from './reducer.ts';

/** Holds the state and tells of every change. */
export interface Store {
  state(): State;
  dispatch(action: Action): void;
  /** Calls back after every action; returns what ends that. */
  subscribe(listener: () => void): () => void;
}

/** A store with nothing in it yet. */
export function createStore(): Store {
  let state = INITIAL_STATE;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(action) {
      state = reduce(state, action);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
