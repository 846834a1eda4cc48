import type { Child } from './children.ts';
import { type OfflinePorts, startOffline } from './offline.ts';
import { type Restartable, restartable } from './restartable.ts';

/** The functions' process, which may be ended and started again on the same ports. */
export interface Functions extends Restartable {
  /** Resolves when it ends although nobody asked it to. */
  readonly crashed: Promise<Child>;
}

export function runFunctions(ports: OfflinePorts, env: NodeJS.ProcessEnv, logFolder: string): Functions {
  const crash = Promise.withResolvers<Child>();
  const start = async () => (await startOffline(ports, env, logFolder)).child;
  return { ...restartable(start, crash.resolve), crashed: crash.promise };
}
