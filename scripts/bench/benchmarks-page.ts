import { machine } from './section.ts';

/** A bench, and what it is called on the page. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  readonly script: string;
  /** How it is asked for at a terminal. */
  readonly command: string;
  /** Its arguments where it is only to be seen that it works. */
  readonly short: readonly string[];
}

export const BENCHES: readonly Bench[] = [
  {
    name: 'load',
    title: 'A steady load',
    script: 'bench',
    command: 'npm run bench',
    short: ['--rate', '20,50', '--seconds', '3', '--runs', '1', '--sockets', '10'],
  },
  {
    name: 'redis',
    title: 'Redis mode, at most',
    script: 'bench-redis',
    command: 'npm run bench:redis',
    short: ['--seconds', '1'],
  },
  {
    name: 'growth',
    title: 'With much in the tables',
    script: 'bench-growth',
    command: 'npm run bench:growth',
    short: ['--people', '10000'],
  },
  {
    name: 'cold',
    title: 'Cold starts',
    script: 'bench-cold',
    command: 'npm run bench:cold',
    short: ['--processes', '3'],
  },
  {
    name: 'pages',
    title: 'The pages',
    script: 'bench-pages',
    command: 'npm run bench:pages',
    short: [],
  },
  {
    name: 'lighthouse',
    title: 'Lighthouse',
    script: 'lighthouse',
    command: 'npm run lighthouse',
    short: [],
  },
  {
    name: 'search',
    title: 'Search',
    script: 'bench-search',
    command: 'npm run bench:search',
    short: [],
  },
  {
    name: 'passwords',
    title: 'Passwords',
    script: 'bench-passwords',
    command: 'npm run bench:passwords',
    short: [],
  },
  { name: 'sizes', title: 'Sizes', script: 'build', command: 'npm run build', short: [] },
];

/** docs/benchmarks.md, all of it. */
export function benchmarksPage(
  sections: readonly { bench: Bench; section: string }[],
  { short }: { readonly short: boolean },
): string {
  const warning = short ? '\n**These are of a short run, which only shows that the benches work.**\n' : '';
  return `# Figures

Written by \`npm run bench:all\` on ${machine()}; clients and servers together on that machine. Machines differ, and one from
hour to hour: compare figures of one run with each other, and measure your own. What was done about
them: [decision 43](decisions/43-benches.md). What things cost on AWS: [costs.md](costs.md).
${warning}
${sections.map(({ bench, section }) => `## ${bench.title}\n\n    ${bench.command}\n\n${section.trim()}`).join('\n\n')}
`;
}
