import {
  type Answered,
  type Asked,
  escaped,
  type FakeAccount,
  type FakeStack,
  refuse,
} from './fake-account.ts';

/** What is to be made of a stack by an import, until it is executed. */
const changeSets = new WeakMap<FakeStack, { template: object; tables: string[] }>();

export function answerCloudFormation(account: FakeAccount, { target, body }: Asked): Answered {
  const given = new URLSearchParams(body);
  const name = given.get('StackName') ?? '';
  if (target === 'CreateChangeSet') return createImport(account, name, given);
  const stack = account.stacks.get(name);
  if (!stack) return refuse('cloudformation', 'ValidationError', `Stack with id ${name} does not exist`);
  switch (target) {
    case 'DescribeStacks':
      return result(target, `<Stacks><member>${described(name, stack)}</member></Stacks>`);
    case 'ListStackResources':
      return result(target, `<StackResourceSummaries>${listed(stack)}</StackResourceSummaries>`);
    case 'GetTemplate':
      return result(target, `<TemplateBody>${escaped(JSON.stringify(stack.template))}</TemplateBody>`);
    case 'DescribeChangeSet':
      return result(target, '<Status>CREATE_COMPLETE</Status>');
    case 'ExecuteChangeSet':
      return executeImport(stack);
    case 'DeleteStack':
      account.stacks.delete(name);
      return result(target, '');
    default:
      throw new Error(`CloudFormation is not known to have ${target}.`);
  }
}

function createImport({ stacks, tables }: FakeAccount, name: string, given: URLSearchParams): Answered {
  const stack: FakeStack = stacks.get(name) ?? {
    status: 'REVIEW_IN_PROGRESS',
    changedAt: new Date(0).toISOString(),
    outputs: {},
    resources: [],
    template: {},
    isProtected: false,
  };
  stacks.set(name, stack);
  const template = JSON.parse(given.get('TemplateBody') ?? '');
  const imported = [...given].filter(([key]) => /^ResourcesToImport\..*\.value$/.test(key));
  const names = imported.map(([, table]) => table);
  const missing = names.find((table) => !tables.has(table));
  if (missing || given.get('ChangeSetType') !== 'IMPORT') {
    return refuse('cloudformation', 'ValidationError', `${missing} can't be imported`);
  }
  changeSets.set(stack, { template, tables: names });
  return result('CreateChangeSet', '<Id>change-set</Id>');
}

function executeImport(stack: FakeStack): Answered {
  const changeSet = changeSets.get(stack);
  stack.template = changeSet?.template ?? {};
  stack.resources.push(...(changeSet?.tables ?? []));
  stack.status = 'IMPORT_COMPLETE';
  return result('ExecuteChangeSet', '');
}

function described(name: string, { status, changedAt, outputs, isProtected }: FakeStack): string {
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${escaped(value)}</OutputValue></member>`,
  );
  return [
    `<StackName>${name}</StackName><StackStatus>${status}</StackStatus>`,
    `<CreationTime>${changedAt}</CreationTime><LastUpdatedTime>${changedAt}</LastUpdatedTime>`,
    `<EnableTerminationProtection>${isProtected}</EnableTerminationProtection>`,
    `<Outputs>${members.join('')}</Outputs>`,
  ].join('');
}

function listed({ resources }: FakeStack): string {
  return resources
    .map(
      (name) =>
        `<member><PhysicalResourceId>${name}</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
    )
    .join('');
}

function result(action: string, content: string): Answered {
  return {
    status: 200,
    body: `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`,
  };
}
