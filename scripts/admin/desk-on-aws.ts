import { closeAtApiGateway } from '../../lib/push/close-api-gateway.ts';
import { dynamodbOperatorStore } from '../../lib/store/dynamodb/operator-store.ts';
import { dynamodbStore } from '../../lib/store/dynamodb/store.ts';
import { withAccount } from '../cloud/account.ts';
import { inState } from '../cloud/in-state.ts';
import { regionOf } from '../cloud/region.ts';
import { readStack } from '../cloud/stack.ts';
import { stageOf } from '../cloud/stage.ts';
import { LocalProblem } from '../local/problem.ts';
import { AT_EVERY_DESK, type Desk } from './desk.ts';
import { tableNames } from './table-names.ts';

/**
 * Does something at a stage in an account, with the operator's own credentials.
 * @throws LocalProblem that says what to do
 */
export async function atDeskOnAws<Result>(
  { stage: name, region: given }: { readonly stage: string; readonly region: string | undefined },
  env: NodeJS.ProcessEnv,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const stage = stageOf(name, 'npm run admin');
  const region = await regionOf(given, env);
  return withAccount(region, (account) =>
    inState('AWS has refused it, or part of it: the command may be run again.', async () => {
      const stack = await readStack(account, stage);
      const socket = stack?.outputs.SocketAddress;
      if (!socket) {
        throw new LocalProblem(
          `There is no stack ${stage.stack} in ${region}: is the stage, or the region (--region), another one?`,
        );
      }
      const { dynamodb } = account;
      const names = tableNames(stage.name);
      const endpoint = socket.replace(/^ws/, 'http');
      return work({
        ...AT_EVERY_DESK,
        by: `operator:${account.caller.split(':').at(-1) ?? ''}`,
        ...dynamodbStore(dynamodb, names),
        ...dynamodbOperatorStore(dynamodb, names),
        push: { close: closeAtApiGateway({ endpoint, region, credentials: dynamodb.config.credentials }) },
      });
    }),
  );
}
