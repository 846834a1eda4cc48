import type { Child } from './children.ts';
import { type Offline, type OfflinePorts, startOffline } from './offline.ts';

/** The functions' process, which may be ended and started again on the same ports. */
export interface Functions {
  /** Resolves when it ends although nobody asked it to. */
  readonly crashed: Promise<Child>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

export function runFunctions(ports: OfflinePorts, env: NodeJS.ProcessEnv, logFolder: string): Functions {
  const crashed = Promise.withResolvers<Child>();
  let running: Offline | undefined;

  const take = () => {
    const taken = running;
    running = undefined;
    return taken?.child;
  };
  return {
    crashed: crashed.promise,
    start: async () => {
      const started = await startOffline(ports, env, logFolder);
      running = started;
      void started.child.exited.then(() => {
        if (running === started) crashed.resolve(started.child);
      });
    },
    stop: async () => take()?.stop(),
    kill: async () => take()?.kill(),
  };
}
