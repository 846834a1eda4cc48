import { LocalProblem } from '../local/problem.ts';

/** @throws LocalProblem that names what is missing */
export function requiredEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new LocalProblem(`Set ${name}: README.md, "Redis mode", says to what.`);
  return value;
}
