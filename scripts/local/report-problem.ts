import { LocalProblem } from './problem.ts';

/** Runs a script's work; what goes wrong becomes a sentence and an exit code. */
export async function reportProblem(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LocalProblem)) throw error;
    if (error.evidence) console.error(error.evidence);
    console.error(error.message);
    process.exitCode = 1;
  }
}
