import { describe, expect, test } from '@jest/globals';
import { lineCount, readProjectFile, sourceFiles } from './project-files.ts';
import { serverlessYml, statementsOf } from './serverless-yml.ts';

const MAX_LINES_OF_A_FUNCTION = 25;
const MAX_LINES = 200;

/** The list of all functions is no function itself. */
const LIST_OF_ROUTES = 'functions/routes.ts';

describe('a file', () => {
  test.each(sourceFiles('functions').filter((file) => file !== LIST_OF_ROUTES))(
    `%s is a door: it has at most ${MAX_LINES_OF_A_FUNCTION} lines`,
    (file) => {
      expect(lineCount(file)).toBeLessThanOrEqual(MAX_LINES_OF_A_FUNCTION);
    },
  );

  test(`of lib/ or functions/ has at most ${MAX_LINES} lines`, () => {
    const files = sourceFiles('lib', 'functions');
    expect(files).toContain('lib/chat/send-message.ts');
    expect(files.filter((file) => lineCount(file) > MAX_LINES)).toEqual([]);
  });
});

describe('no file of ours', () => {
  // In parts, so that this file is not found itself.
  const FORBIDDEN: [what: string, pattern: RegExp][] = [
    ['puts something off', new RegExp(`\\b(TO${'DO'}|FIX${'ME'})\\b`)],
    ['silences the type checker', new RegExp(`@ts-${'(ignore|nocheck|expect-error)'}`)],
    ['leaves a test out, or all but one', new RegExp(`\\b(test|it|describe)\\.${'(skip|only|todo)'}\\b`)],
  ];

  test.each(FORBIDDEN)('%s', (_, pattern) => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => pattern.test(readProjectFile(file)))).toEqual([]);
  });

  test('is missed by the patterns: they find what they are for', () => {
    const samples = [`// ${'TO'}DO: later`, `// @ts-${'ignore'}`, `test.${'skip'}('x', () => {})`];
    expect(FORBIDDEN.map(([, pattern], i) => pattern.test(samples[i] ?? ''))).toEqual([true, true, true]);
  });
});

describe('every dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(readProjectFile('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const reasons = readProjectFile('docs/decisions/09-dependencies.md');

  // Types are those of a package that is named itself, or of Node and the browser.
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );

  test.each(names)('%s is there for a reason that is written down', (name) => {
    const named = name.replace('@aws-sdk/', '');
    expect(reasons).toMatch(new RegExp(`\`(@aws-sdk/)?${named}\``));
  });
});

describe('the functions may', () => {
  const actions = Object.values(serverlessYml.functions).flatMap((definition) =>
    statementsOf(definition).flatMap(({ Action }) => Action),
  );

  test('do what is named, and nothing by a wildcard', () => {
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[a-z-]+:[A-Za-z]+$/);
  });

  test('not read a whole table', () => {
    expect(actions).not.toContain('dynamodb:Scan');
  });
});
