import { LocalProblem } from '../local/problem.ts';

/**
 * Does a part of the work; if it fails, the person is told what is now changed and what is not.
 * @param state a sentence or two about that, and what to do
 * @throws LocalProblem with that; one from inside, which knows better, is passed on as it is
 */
export async function inState<Result>(state: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LocalProblem) throw error;
    const { name, message } = error as Error;
    throw new LocalProblem(state, message.includes(name) ? message : `${name}: ${message}`);
  }
}
