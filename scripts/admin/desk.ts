import { userInfo } from 'node:os';
import type { Chat, OperatorStore, Store } from '../../lib/chat/ports.ts';

/** All that an operator's commands work with: the chat's own ports, wherever it runs. */
export type Desk = Store &
  OperatorStore &
  Pick<Chat, 'clock' | 'log' | 'caller'> & {
    readonly push: Pick<Chat['push'], 'close'>;
    /** Who sits at it, as it is written down. */
    readonly by: string;
  };

/** What is the same at every desk. */
export const AT_EVERY_DESK: Pick<Desk, 'clock' | 'log' | 'caller'> = {
  clock: { now: Date.now, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
  log: { warn: (event, details) => console.error(`${event}: ${JSON.stringify(details)}`) },
  caller: { device: 'npm run admin' },
};

/** Whoever is logged in on this machine. */
export function userHere(): string {
  return `operator:${userInfo().username}`;
}
