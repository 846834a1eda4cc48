import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { eachAct } from './cost/acts.ts';
import { itemBytes } from './cost/item-size.ts';
import { type MeteredChat, startMeteredChat } from './cost/metered-chat.ts';
import { playMorning } from './cost/morning.ts';
import { costsPage } from './cost/report.ts';
import { LOCAL_STAGE } from './local/offline.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { tableEnvironment } from './local/tables.ts';

const PAGE = fileURLToPath(new URL('../docs/costs.md', import.meta.url));

/** What DynamoDB bills for each row that it keeps, beside the row. */
const ROW_OVERHEAD_BYTES = 100;

/** `npm run cost`: what people do, counted as AWS would; writes docs/costs.md. */
await reportProblem(async () => {
  const chat = await step('Starting the functions', startMeteredChat);
  try {
    const acts = await step('Doing each thing once', () => eachAct(chat));
    const entryBytes = await bytesOfAnEntry(chat);
    const morning = await step('Playing a morning', () => playMorning(chat));
    const page = costsPage(acts, morning, entryBytes);
    writeFileSync(PAGE, page);
    console.log(`\n${page}\nThis is in docs/costs.md now.`);
  } finally {
    await chat.stop();
  }
});

/** Of those that alice and bob have written. */
async function bytesOfAnEntry({ eye }: MeteredChat): Promise<number> {
  const { Items = [] } = await eye.send(
    new QueryCommand({
      TableName: tableEnvironment(LOCAL_STAGE).ENTRIES_TABLE,
      KeyConditionExpression: 'conversation = :both',
      ExpressionAttributeValues: { ':both': { S: 'alice-marlow:bob-marlow' } },
    }),
  );
  const bytes = Items.map((item) => itemBytes(item) + ROW_OVERHEAD_BYTES);
  return bytes.reduce((total, each) => total + each, 0) / Items.length;
}
