import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of a chat are that runs on this machine, for tools beside it. */
export interface RunningParts {
  /** DynamoDB's. */
  readonly dynamodb: string;
  /** Where sockets are closed: API Gateway's Management API, or the Redis between the parts. */
  readonly sockets: { readonly managementApi: string } | { readonly redis: string };
}

/** @returns what takes the note away */
export function noteRunning(dataFolder: string, parts: RunningParts): () => void {
  const file = fileIn(dataFolder);
  writeFileSync(file, JSON.stringify(parts));
  return () => rmSync(file, { force: true });
}

/** Undefined if there is no note; after a crash there is one of what is not there any more. */
export function readRunning(dataFolder: string): RunningParts | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as RunningParts;
  } catch {
    return undefined;
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'running.json');
}
