import { parseArguments } from './local/arguments.ts';
import { DEFAULT_ADDRESS } from './local/ports.ts';
import { LocalProblem } from './local/problem.ts';
import { reportProblem } from './local/report-problem.ts';
import { EXAMPLE_PASSWORD, EXAMPLE_PEOPLE } from './populate/example-talks.ts';
import { populate } from './populate/populate.ts';

/** `npm run populate`: example people with a history, on a chat that runs. */
await reportProblem(async () => {
  const options = { address: { type: 'string', default: DEFAULT_ADDRESS } } as const;
  const { address } = parseArguments(process.argv.slice(2), options, '--address <where the chat is>');
  await requireRunning(address);
  const sent = await populate(address);
  console.log(`${EXAMPLE_PEOPLE.length} people, ${sent} new messages at ${address}`);
  console.log(`Names: ${EXAMPLE_PEOPLE.map(({ name }) => name).join(', ')}; password: ${EXAMPLE_PASSWORD}`);
});

async function requireRunning(address: string): Promise<void> {
  try {
    await fetch(address);
  } catch {
    throw new LocalProblem(
      `Nothing answers at ${address}: run "npm start" first, or name another with --address.`,
    );
  }
}
