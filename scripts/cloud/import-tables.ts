import {
  CreateChangeSetCommand,
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  waitUntilChangeSetCreateComplete,
  waitUntilStackImportComplete,
} from '@aws-sdk/client-cloudformation';
import type { Account } from './account.ts';
import type { Stack } from './stack.ts';
import type { Stage } from './stage.ts';
import type { Resource, Template } from './template.ts';

const CHANGE_SET = 'take-in-tables';
const TABLE = 'AWS::DynamoDB::Table';
const POLL_S = { minDelay: 1, maxDelay: 5, maxWaitTime: 600 };

/**
 * Makes tables that are there part of the stage's stack, as they are and with all that is in them; of a stack that
 * is not there yet, they become all. Deploying would else fail: it would make tables whose names are taken.
 * @param definitions the template that has the tables
 */
export async function importTables(
  account: Account,
  stage: Stage,
  stack: Stack | undefined,
  names: readonly string[],
  definitions: Template,
): Promise<void> {
  const { cloudFormation } = account;
  const tables = definitionsOf(names, definitions);
  const current = stack && (await currentTemplate(account, stage));
  const target = { StackName: stage.stack, ChangeSetName: CHANGE_SET };
  try {
    await cloudFormation.send(
      new CreateChangeSetCommand({
        ...target,
        ChangeSetType: 'IMPORT',
        // An import may add the tables, and change nothing else.
        TemplateBody: JSON.stringify({ ...current, Resources: { ...current?.Resources, ...tables } }),
        ResourcesToImport: Object.entries(tables).map(([LogicalResourceId, { Properties }]) => ({
          ResourceType: TABLE,
          LogicalResourceId,
          ResourceIdentifier: { TableName: Properties.TableName ?? '' },
        })),
        Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
      }),
    );
    await waitUntilChangeSetCreateComplete({ client: cloudFormation, ...POLL_S }, target);
  } catch (error) {
    // A stack of nothing but a change set that has failed stands in the way of all further deploys.
    if (!stack) await cloudFormation.send(new DeleteStackCommand({ StackName: stage.stack }));
    throw error;
  }
  await cloudFormation.send(new ExecuteChangeSetCommand(target));
  await waitUntilStackImportComplete({ client: cloudFormation, ...POLL_S }, { StackName: stage.stack });
}

function definitionsOf(names: readonly string[], { Resources }: Template): Record<string, Resource> {
  const isMeant = ([, { Type, Properties }]: [string, Resource]) =>
    Type === TABLE && names.includes(Properties.TableName ?? '');
  return Object.fromEntries(Object.entries(Resources).filter(isMeant));
}

async function currentTemplate({ cloudFormation }: Account, stage: Stage): Promise<Template> {
  const { TemplateBody = '{}' } = await cloudFormation.send(
    new GetTemplateCommand({ StackName: stage.stack, TemplateStage: 'Original' }),
  );
  return JSON.parse(TemplateBody) as Template;
}
