import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { MEASURES, type Units } from './operations.ts';
import { SeenTables } from './seen-tables.ts';
import type { TableShape } from './table-shapes.ts';

/** For a client's `middlewareStack`; to be added at the step `initialize`. */
export type Metering = <Args extends { input: object }, Result>(
  next: (args: Args) => Promise<Result>,
  context: { readonly commandName?: string },
) => (args: Args) => Promise<Result>;

/**
 * Computes what each request of a client would cost on AWS, from the items themselves: what an emulator says of it is wrong
 * for transactions, and of a condition that is not met it says nothing.
 * @param eye another client, whose requests are not counted: it looks at what is there before and after
 * @param begin is told of each request as it begins; what it returns, of its end. Where it returns nothing, nothing is counted
 * @throws Error for an operation whose rules are not here
 */
export function dynamodbMetering(
  eye: DynamoDBClient,
  shapes: ReadonlyMap<string, TableShape>,
  begin: (operation: string) => ((units: Units) => void) | undefined,
): Metering {
  const tables = new SeenTables(eye, shapes);
  return (next, { commandName = '' }) =>
    async (args) => {
      const operation = commandName.replace(/Command$/, '');
      const measure = MEASURES[operation];
      if (!measure) throw new Error(`What a ${operation} costs is not known here.`);
      const end = begin(operation);
      if (!end) return next(args);
      let answer: ReturnType<typeof next> | undefined;
      const send = async () => {
        answer = next(args);
        await answer;
      };
      end(await measure(args.input as never, send, tables));
      // Also an error that is an answer, as that of a condition which is not met.
      return answer as ReturnType<typeof next>;
    };
}
