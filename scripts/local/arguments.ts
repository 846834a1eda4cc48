import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { LocalProblem } from './problem.ts';

/**
 * The options that a script was given.
 * @param thereAre the options that there are, for whoever has given another one
 * @throws LocalProblem that says what may be told
 */
export function parseArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  thereAre: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new LocalProblem(`${(error as Error).message}\nThere are: ${thereAre}`);
  }
}

/** @throws LocalProblem if it is not a whole number in these bounds */
export function wholeNumber(least: number, most: number, name: string, given: string): number {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > most) {
    throw new LocalProblem(`--${name} is a whole number from ${least} to ${most}, and "${given}" is not.`);
  }
  return number;
}
