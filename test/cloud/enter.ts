import type { FakeAccount } from './fake-account.ts';

/** What the SDK takes from the environment; without a home, it finds no profile of whoever runs the tests. */
export function environmentOf({ endpoint }: FakeAccount): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'alice',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_MAX_ATTEMPTS: '1',
  };
}

let before: NodeJS.ProcessEnv | undefined;

/** Lets all that talks to AWS talk to this account. */
export function enter(account: FakeAccount, { credentials = true } = {}): void {
  before = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, environmentOf(account));
  if (!credentials) delete process.env.AWS_ACCESS_KEY_ID;
}

export function leave(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, before);
}
