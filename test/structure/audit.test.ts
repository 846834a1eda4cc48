import { describe, expect, test } from '@jest/globals';
import { type IamStatement, serverlessYml } from './serverless-yml.ts';

interface Role {
  readonly Policies?: readonly { readonly PolicyDocument: { readonly Statement: readonly IamStatement[] } }[];
  readonly ManagedPolicyArns?: readonly unknown[];
}

const roles = Object.entries(serverlessYml.resources.Resources)
  .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
  .map(([name, { Properties }]) => [name, Properties as Role] as const);

const AUDIT_TABLE = 'AuditTable';
const ofAudit = (statement: IamStatement) => JSON.stringify(statement.Resource).includes(AUDIT_TABLE);
/** Of a resource that nobody can tell, it could be the audit table. */
const ofAnything = ({ Action, Resource }: IamStatement) =>
  JSON.stringify(Resource).includes('"*"') && [Action].flat().some((action) => action.startsWith('dynamodb'));

describe('the audit table', () => {
  test('is written to by some roles, by putting rows, and touched by no role in any other way', () => {
    expect(roles.length).toBeGreaterThan(20);
    const rights = roles.flatMap(([name, { Policies = [] }]) =>
      Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter((statement) => ofAudit(statement) || ofAnything(statement))
        .map((statement) => ({ name, ...statement })),
    );
    expect(rights.map(({ name }) => name)).toContain('LogInRole');
    for (const { Effect, Action, Resource } of rights) {
      expect([Effect, Action, Resource]).toEqual([
        'Allow',
        'dynamodb:PutItem',
        { 'Fn::GetAtt': [AUDIT_TABLE, 'Arn'] },
      ]);
    }
  });

  test('is kept, protected and recoverable, as the messages are', () => {
    const { Resources } = serverlessYml.resources;
    const protection = ({ DeletionPolicy, UpdateReplacePolicy, Properties }: Record<string, unknown>) => {
      const { DeletionProtectionEnabled, PointInTimeRecoverySpecification } = Properties as Record<
        string,
        unknown
      >;
      return {
        DeletionPolicy,
        UpdateReplacePolicy,
        DeletionProtectionEnabled,
        PointInTimeRecoverySpecification,
      };
    };
    const of = (name: string) => protection(Resources[name] as unknown as Record<string, unknown>);
    expect(of(AUDIT_TABLE)).toEqual(of('EntriesTable'));
    expect(of(AUDIT_TABLE)).toMatchObject({ DeletionPolicy: 'Retain', DeletionProtectionEnabled: true });
  });
});
