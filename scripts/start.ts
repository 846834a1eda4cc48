import { relative } from 'node:path';
import { startOptions } from './local/options.ts';
import { DEFAULT_ADDRESS } from './local/ports.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { runUntilToldToStop } from './local/run-until-told-to-stop.ts';
import { startSystem } from './local/system.ts';

/** How to populate the chat at an address. */
function populate(address: string): string {
  return address === DEFAULT_ADDRESS ? 'npm run populate' : `npm run populate -- --address ${address}`;
}

/** A folder as short as it can be said from here. */
function shown(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === '' || path.startsWith('..') ? folder : path;
}

/** `npm start`: all of the chat on this machine. */
await reportProblem(async () => {
  const began = performance.now();
  const options = startOptions(process.argv.slice(2));
  await runUntilToldToStop(
    () => startSystem({ ...options, step }),
    (system) => {
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      const other = system.address.replace('localhost', '127.0.0.1');
      if (system.dynamodb.program === 'dynalite') {
        console.log('\nNo Java 17 or later here, so dynalite plays DynamoDB; its data is its own.');
      }
      console.log(`
Ready in ${seconds} s: ${system.address}

  Two people   create one at ${system.address}/new_user
               and one at    ${other}/new_user (each address keeps a login of its own),
               or run "${populate(system.address)}" for a few with a history
  Data         ${shown(options.dataFolder)} (npm start -- --reset empties it)
  Logs         ${shown(options.logFolder)}
  Stop         Ctrl-C
`);
    },
  );
});
