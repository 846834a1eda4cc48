import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One of the functions of serverless.yml. */
export interface FunctionDefinition {
  /** `<file without ending>.handler`, from the project's root. */
  readonly handler: string;
  /** The logical name of its role. */
  readonly role: string;
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
  };
  readonly resources: {
    readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>;
  };
}

export interface IamStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: { readonly 'Fn::GetAtt'?: readonly string[]; readonly 'Fn::Sub'?: string };
}

interface RoleProperties {
  readonly Policies: readonly { readonly PolicyDocument: { readonly Statement: readonly IamStatement[] } }[];
}

/** What a function's role allows it. */
export function statementsOf({ role }: FunctionDefinition): readonly IamStatement[] {
  const resource = serverlessYml.resources.Resources[role];
  if (resource?.Type !== 'AWS::IAM::Role') throw new Error(`serverless.yml has no role ${role}.`);
  const { Policies } = resource.Properties as RoleProperties;
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** serverless.yml as it is, with its variables unresolved. */
export const serverlessYml = parse(
  readFileSync(new URL('../../serverless.yml', import.meta.url), 'utf8'),
) as ServerlessYml;
