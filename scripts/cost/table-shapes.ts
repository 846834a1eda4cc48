import { tableDefinitions } from '../local/tables.ts';

/** What of a table decides about what a write to it costs. */
export interface TableShape {
  readonly keys: readonly string[];
  readonly indexes: readonly IndexShape[];
}

export interface IndexShape {
  readonly name: string;
  /** An item without one of these is not in the index. */
  readonly keys: readonly string[];
  /** The attributes that are in the index, or all that an item has. */
  readonly projected: readonly string[] | 'all';
}

/** The tables of serverless.yml, by their names in a stage. */
export function tableShapes(stage: string): ReadonlyMap<string, TableShape> {
  return new Map(
    tableDefinitions(stage).map(({ create }) => {
      const keys = namesOf(create.KeySchema);
      const indexes = [...(create.LocalSecondaryIndexes ?? []), ...(create.GlobalSecondaryIndexes ?? [])];
      const shapes = indexes.map(({ IndexName = '', KeySchema, Projection }): IndexShape => {
        const indexKeys = namesOf(KeySchema);
        const isAll = Projection?.ProjectionType === 'ALL';
        const others = Projection?.NonKeyAttributes ?? [];
        return {
          name: IndexName,
          keys: indexKeys,
          projected: isAll ? 'all' : [...new Set([...keys, ...indexKeys, ...others])],
        };
      });
      return [create.TableName, { keys, indexes: shapes }];
    }),
  );
}

function namesOf(schema: readonly { AttributeName?: string | undefined }[] = []): string[] {
  return schema.map(({ AttributeName = '' }) => AttributeName);
}
