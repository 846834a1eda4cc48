import type { TableNames } from '../../lib/store/dynamodb/store.ts';
import { tableEnvironment } from '../local/tables.ts';

/** The tables of a stage. @param env what names them otherwise, as it does for workers */
export function tableNames(stage: string, env: NodeJS.ProcessEnv = {}): TableNames {
  const named = tableEnvironment(stage);
  const nameOf = (variable: string) => env[variable] ?? named[variable] ?? '';
  return {
    people: nameOf('PEOPLE_TABLE'),
    entries: nameOf('ENTRIES_TABLE'),
    connections: nameOf('CONNECTIONS_TABLE'),
    audit: nameOf('AUDIT_TABLE'),
  };
}
