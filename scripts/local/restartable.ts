import type { Child } from './children.ts';

/** A process that may be ended and started again. */
export interface Restartable {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** @param onCrash is told when it ends although nobody asked it to */
export function restartable(
  startProcess: () => Promise<Child>,
  onCrash: (child: Child) => void,
): Restartable {
  let running: Child | undefined;
  const take = () => {
    const taken = running;
    running = undefined;
    return taken;
  };
  return {
    async start() {
      const child = await startProcess();
      running = child;
      void child.exited.then(() => {
        if (running === child) onCrash(child);
      });
    },
    stop: async () => take()?.stop(),
    kill: async () => take()?.kill(),
  };
}
