import type { Mutant } from './mutant.ts';
import { MUTANTS_OF_THE_PAGES } from './of-the-pages.ts';
import { MUTANTS_OF_THE_SERVER } from './of-the-server.ts';

/** Every mistake that the simulator has to find. */
export const MUTANTS: readonly Mutant[] = [...MUTANTS_OF_THE_SERVER, ...MUTANTS_OF_THE_PAGES];
