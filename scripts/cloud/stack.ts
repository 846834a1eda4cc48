import {
  DescribeStacksCommand,
  paginateListStackResources,
  type Stack as StackDescription,
} from '@aws-sdk/client-cloudformation';
import { LocalProblem } from '../local/problem.ts';
import type { Account } from './account.ts';
import type { Stage } from './stage.ts';

export interface Stack {
  /** CloudFormation's word for the state it is in, such as UPDATE_COMPLETE. */
  readonly status: string;
  /** When it was last changed, in milliseconds. */
  readonly changedAt: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether CloudFormation is told not to delete it. */
  readonly isProtected: boolean;
}

/** The stage's stack, if there is one. */
export async function readStack({ cloudFormation }: Account, stage: Stage): Promise<Stack | undefined> {
  let description: StackDescription | undefined;
  try {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stage.stack }));
    description = Stacks?.[0];
  } catch (error) {
    // It has no name of its own for that.
    if (/does not exist/.test((error as Error).message)) return undefined;
    throw error;
  }
  if (description === undefined || description.StackStatus === 'DELETE_COMPLETE') return undefined;
  const { StackStatus = '', LastUpdatedTime, CreationTime, Outputs = [] } = description;
  return {
    status: StackStatus,
    changedAt: Number(LastUpdatedTime ?? CreationTime ?? 0),
    outputs: Object.fromEntries(
      Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    ),
    isProtected: description.EnableTerminationProtection ?? false,
  };
}

/** The physical names of all that the stack consists of. */
export async function resourcesOf({ cloudFormation }: Account, stage: Stage): Promise<string[]> {
  const names: string[] = [];
  const pages = paginateListStackResources({ client: cloudFormation }, { StackName: stage.stack });
  for await (const { StackResourceSummaries = [] } of pages) {
    for (const { PhysicalResourceId, ResourceStatus } of StackResourceSummaries) {
      if (PhysicalResourceId && ResourceStatus !== 'DELETE_COMPLETE') names.push(PhysicalResourceId);
    }
  }
  return names;
}

/** @throws LocalProblem if CloudFormation would not update a stack in this state, with the way out of it */
export function refuseUnlessUpdatable({ status }: Stack, stage: Stage): void {
  const wayOut = wayOutOf(status, stage);
  if (wayOut) throw new LocalProblem(`The stack ${stage.stack} is in the state ${status}: ${wayOut}`);
}

/** @throws LocalProblem if CloudFormation is at work on the stack */
export function refuseWhileBusy({ status }: Stack, stage: Stage): void {
  if (isBusy(status)) throw new LocalProblem(`The stack ${stage.stack} is in the state ${status}: ${WAIT}`);
}

const WAIT = 'it is being changed just now. Wait until it is not, then run the same command again.';

/** What to do about a stack in a state in which it can't be updated; undefined in all others. */
function wayOutOf(status: string, stage: Stage): string | undefined {
  if (isBusy(status)) return WAIT;
  switch (status) {
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'CREATE_FAILED':
      return `making it has failed, and it can only be removed: npm run remove -- --stage ${stage.name}, then deploy again.`;
    case 'REVIEW_IN_PROGRESS':
      return `a deploy has ended before it made anything: npm run remove -- --stage ${stage.name}, then deploy again.`;
    case 'DELETE_FAILED':
      return `removing it has failed halfway: npm run remove -- --stage ${stage.name} again, then deploy.`;
    case 'UPDATE_ROLLBACK_FAILED':
      return `an update failed and could not be undone. Mend what its events name (aws cloudformation describe-stack-events --stack-name ${stage.stack}), then: aws cloudformation continue-update-rollback --stack-name ${stage.stack}`;
    case 'IMPORT_ROLLBACK_FAILED':
      return `taking in its tables failed and could not be undone: mend what its events name (aws cloudformation describe-stack-events --stack-name ${stage.stack}).`;
    default:
      return undefined;
  }
}

/** One that is only in review has nothing to be at work on. */
function isBusy(status: string): boolean {
  return status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';
}
