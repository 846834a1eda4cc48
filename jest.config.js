/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  // A database is started within this, too, on a machine that has other things to do.
  testTimeout: 20_000,
  // On a small machine Jest would take one core; most tests wait, for a browser or a database, most of their time.
  maxWorkers: 2,
  // What the tests log is looked through when all of them have run: nothing secret that they use may be in it.
  globalSetup: '<rootDir>/test/support/set-up-scan.ts',
  globalTeardown: '<rootDir>/test/support/scan-at-the-end.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/keep-secrets-of-clients.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    // Only strips types, as Node does; `npm run check` is what looks at them.
    '\\.tsx?$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // What is built and kept here are copies and data; two package.json of one name confuse Jest.
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/.local/', '<rootDir>/.serverless/'],
};
