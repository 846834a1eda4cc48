import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { parseArguments } from './local/arguments.ts';
import { LocalProblem } from './local/problem.ts';
import { reportProblem } from './local/report-problem.ts';
import { createMissingTables, tableEnvironment } from './local/tables.ts';

/**
 * `npm run tables -- --stage home`: makes the tables for workers that run without a deployed stack, in the DynamoDB
 * that the AWS variables of the environment name, and prints what to tell the workers.
 */
await reportProblem(async () => {
  const { stage } = parseArguments(
    process.argv.slice(2),
    { stage: { type: 'string', default: 'home' } },
    '--stage <name>. Put it behind a --, as in: npm run tables -- --stage home',
  );
  const client = new DynamoDBClient({});
  const made = await createMissingTables(client, stage).catch((error: Error) => {
    throw new LocalProblem(
      `DynamoDB did not do it: ${error.message}\nSet AWS_REGION and AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (or AWS_PROFILE), and, for an emulator, AWS_ENDPOINT_URL_DYNAMODB.`,
    );
  });
  client.destroy();
  for (const name of made) console.error(`Made ${name}`);
  for (const [name, value] of Object.entries(tableEnvironment(stage))) console.log(`${name}=${value}`);
});
