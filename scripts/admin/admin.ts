import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamodbOperatorStore } from '../../lib/store/dynamodb/operator-store.ts';
import { dynamodbStore } from '../../lib/store/dynamodb/store.ts';
import { AT_EVERY_DESK, type Desk, userHere } from './desk.ts';
import { atDeskHere, withRedis } from './desk-here.ts';
import { atDeskOnAws } from './desk-on-aws.ts';
import { type AdminOptions, adminOptions, USAGE } from './options.ts';
import { type Outcome, run } from './run.ts';
import { tableNames } from './table-names.ts';

export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  say(line: string): void;
}

/**
 * `npm run admin`: looks into reports, suspends and restores people, shows accounts and the audit trail.
 * @throws LocalProblem that says what to do
 */
export async function admin(args: readonly string[], { env, say }: Terminal): Promise<void> {
  const options = adminOptions(args, Date.now());
  const { command } = options;
  if (command.is === 'help') return say(USAGE);
  const { value, words } = await atDesk(options, env, (desk) => run(command, desk));
  say(options.json ? JSON.stringify(value, undefined, 2) : words);
}

function atDesk(
  { stage, region, dataFolder }: AdminOptions,
  env: NodeJS.ProcessEnv,
  work: (desk: Desk) => Promise<Outcome>,
): Promise<Outcome> {
  if (stage !== undefined) return atDeskOnAws({ stage, region }, env, work);
  if (env.REDIS_URL && env.PEOPLE_TABLE) return atDeskOfEnvironment(env.REDIS_URL, env, work);
  return atDeskHere(dataFolder, work);
}

/** At a chat of several machines, which the environment says as it does to a worker. */
async function atDeskOfEnvironment<Result>(
  redisUrl: string,
  env: NodeJS.ProcessEnv,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const client = new DynamoDBClient({});
  const names = tableNames(env.STAGE ?? '', env);
  try {
    return await withRedis(redisUrl, (sockets) =>
      work({
        ...AT_EVERY_DESK,
        by: userHere(),
        ...dynamodbStore(client, names),
        ...dynamodbOperatorStore(client, names),
        ...sockets,
      }),
    );
  } finally {
    client.destroy();
  }
}
