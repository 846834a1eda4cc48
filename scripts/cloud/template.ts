import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `osls package` puts what serverless.yml comes to. */
const PACKAGED = fileURLToPath(
  new URL('../../.serverless/cloudformation-template-update-stack.json', import.meta.url),
);

export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: { readonly TableName?: string };
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export function packagedTemplate(): Template {
  return JSON.parse(readFileSync(PACKAGED, 'utf8')) as Template;
}
