import { runChecks } from './checks.ts';

/** `npm run check`: types, lint, format and import directions. */
const { failed } = await runChecks();
process.exitCode = failed.length === 0 ? 0 : 1;
