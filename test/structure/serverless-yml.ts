import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One of the functions of serverless.yml. */
export interface FunctionDefinition {
  /** `<file without ending>.handler`, from the project's root. */
  readonly handler: string;
  readonly package: { readonly patterns: readonly string[] };
  readonly events?: readonly EventDefinition[];
}

export interface EventDefinition {
  readonly httpApi?: string;
  readonly websocket?: {
    readonly route: string;
    readonly authorizer?: { readonly name: string };
    readonly routeResponseSelectionExpression?: string;
  };
}

export interface ServerlessYml {
  readonly functions: Readonly<Record<string, FunctionDefinition>>;
  readonly provider: {
    readonly environment: Readonly<Record<string, string>>;
    readonly iam: { readonly role: { readonly statements: readonly IamStatement[] } };
  };
}

export interface IamStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
}

/** serverless.yml as it is, with its variables unresolved. */
export const serverlessYml = parse(
  readFileSync(new URL('../../serverless.yml', import.meta.url), 'utf8'),
) as ServerlessYml;
