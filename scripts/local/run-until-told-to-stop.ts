import { type Child, endOfLog } from './children.ts';
import { LocalProblem } from './problem.ts';
import { toldToStop } from './told-to-stop.ts';

/** Something that runs, and may lose one of its processes. */
interface Running {
  /** Resolves when a part ends that nobody has stopped. */
  readonly crashed: Promise<Child>;
  stop(): Promise<void>;
}

/**
 * Runs a system until somebody or something ends it, and leaves nothing of it running.
 * @param ready is called when it has started
 * @throws LocalProblem if a part of it crashes
 */
export async function runUntilToldToStop<System extends Running>(
  start: () => Promise<System>,
  ready: (system: System) => void,
): Promise<void> {
  // Asked to stop while it still starts, it stops when it has: only then all that was started is known.
  const told = toldToStop();
  const system = await start();
  try {
    const stopping = told.asked();
    if (!stopping) ready(system);
    const crashed = await Promise.race([told.stop, system.crashed]);
    if (crashed) {
      throw new LocalProblem(
        `${crashed.name} has crashed; its log is ${crashed.logFile}.`,
        endOfLog(crashed),
      );
    }
    console.log('\nStopping …');
  } finally {
    await system.stop();
  }
}
