import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PORT, HIGHEST_PORT } from './ports.ts';
import { LocalProblem } from './problem.ts';
import { LOCAL_FOLDER } from './system.ts';

export interface StartOptions {
  readonly port: number;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly reset: boolean;
}

/**
 * What `npm start` and `npm run dev` are told behind `--`.
 * @throws LocalProblem that says what may be told
 */
export function startOptions(args: readonly string[]): StartOptions {
  const { port, data, reset } = parsed(args);
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > HIGHEST_PORT) {
    throw new LocalProblem(`A port is a number from 1 to ${HIGHEST_PORT}, and "${port}" is not.`);
  }
  return {
    port: Number(port),
    dataFolder: resolve(data),
    // Beside the data, so that two systems don't write into each other's.
    logFolder: join(resolve(data), 'log'),
    reset,
  };
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: `${DEFAULT_PORT}` },
        data: { type: 'string', default: join(LOCAL_FOLDER, 'data') },
        reset: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new LocalProblem(
      `${(error as Error).message}\nThere are: --port <number>, --data <folder>, --reset (empties the data first). Put them behind a --, as in: npm start -- --port 9000`,
    );
  }
}
