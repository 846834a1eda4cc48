import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { buildFunctions } from '../build/functions.ts';
import { buildPages, PAGES_FOLDER } from '../build/pages.ts';
import { step } from '../local/progress.ts';
import { type Osls, runOsls } from './osls.ts';
import { packagedTemplate, type Template } from './template.ts';

/** What deploying and removing have at hand on this machine, beside the account. */
export interface Tools {
  /** Where the commit is looked for. */
  readonly project: string;
  readonly pagesFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly osls: Osls;
  now(): Date;
  build(): Promise<void>;
  packagedTemplate(): Template;
  say(line: string): void;
  step<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Asks the person at the terminal; there is none to ask without one. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
}

export const tools: Tools = {
  project: fileURLToPath(new URL('../../', import.meta.url)),
  pagesFolder: PAGES_FOLDER,
  env: process.env,
  osls: runOsls,
  now: () => new Date(),
  async build() {
    await step('Building the functions', buildFunctions);
    await step('Building the pages', buildPages);
  },
  packagedTemplate,
  say: (line) => console.log(line),
  step,
  ask: process.stdin.isTTY ? askAtTerminal : undefined,
};

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
