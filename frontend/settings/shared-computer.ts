import type { State } from '../state/model.ts';

/** Whether others use this computer, so that nothing may be left on it. */
export function isOnSharedComputer(state: State & { readonly sharedComputer?: boolean }): boolean {
  return state.sharedComputer === true;
}
