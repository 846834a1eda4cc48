import { join, resolve } from 'node:path';
import { parseArguments, wholeNumber } from './arguments.ts';
import { DEFAULT_PORT, HIGHEST_PORT } from './ports.ts';
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
  const { port, data, reset } = parseArguments(
    args,
    {
      port: { type: 'string', default: `${DEFAULT_PORT}` },
      data: { type: 'string', default: join(LOCAL_FOLDER, 'data') },
      reset: { type: 'boolean', default: false },
    },
    '--port <number>, --data <folder>, --reset (empties the data first). Put them behind a --, as in: npm start -- --port 9000',
  );
  return {
    port: wholeNumber(1, HIGHEST_PORT, 'port', port),
    dataFolder: resolve(data),
    // Beside the data, so that two systems don't write into each other's.
    logFolder: join(resolve(data), 'log'),
    reset,
  };
}
