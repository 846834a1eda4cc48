import type { KeptPreferences } from '../chat/side-ports.ts';

/** Those of somebody who has not changed any. */
export const NEW_PREFERENCES: KeptPreferences = {
  readReceipts: true,
  presence: true,
  blocked: [],
  pinned: [],
};
