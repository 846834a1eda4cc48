import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { API_HEADERS } from '../../lib/edge/api-headers.ts';
import { PAGE_HEADERS } from '../../scripts/local/page-headers.ts';
import { type Packaged, packageStage, resourcesOf, STAGE, type Template } from './packaged.ts';
import { circle, conditionsIn, danglingReferences } from './references.ts';

jest.setTimeout(180_000);

/** What a careless developer has in the terminal; it must not come along. */
const SECRET = 'a-secret-that-must-not-be-deployed';

/** Of a template that is given by its address in S3: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_TEMPLATE_BYTES = 1_000_000;
const MAX_RESOURCES = 500;
const MAX_OUTPUTS = 200;
/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_ENVIRONMENT_BYTES = 4_096;
/** Of the function that erases. */
const ROUND_TIMEOUT_S = 300;
/** API Gateway waits no longer for a function of an HTTP API; one second less of a WebSocket API's. */
const GATEWAY_TIMEOUT_S = 29;

let packaged: Packaged;
let template: Template;
const folder = mkdtempSync(join(tmpdir(), 'chat-package-'));

beforeAll(async () => {
  packaged = await packageStage(folder, {
    SESSION_SECRET: SECRET,
    PASSWORD_PEPPER: SECRET,
    VAPID_KEYS: SECRET,
    ALLOWED_ORIGINS: SECRET,
  });
  template = packaged.template;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the template', () => {
  test('names no resource and no condition that it does not have', () => {
    expect(danglingReferences(template)).toEqual([]);
    const conditions = Object.keys(template.Conditions ?? {});
    for (const name of conditionsIn(template)) expect(conditions).toContain(name);
    for (const { Condition } of Object.values(template.Resources)) {
      if (Condition !== undefined) expect(conditions).toContain(Condition);
    }
  });

  test('has no resources that wait for one another', () => {
    expect(circle(template)).toEqual([]);
  });

  test('has no variable of serverless.yml left in it', () => {
    expect(JSON.stringify(template)).not.toMatch(/\$\{(sls|self|param|opt|env|file|cf|ssm|s3):/);
  });

  test("is within CloudFormation's limits, and far from them", () => {
    expect(statSync(packaged.templateFile).size).toBeLessThan(MAX_TEMPLATE_BYTES / 2);
    expect(Object.keys(template.Resources).length).toBeLessThan(MAX_RESOURCES * 0.75);
    expect(Object.keys(template.Outputs ?? {}).length).toBeLessThan(MAX_OUTPUTS / 2);
    for (const [, { Properties }] of resourcesOf(template, 'AWS::Lambda::Function')) {
      const size = JSON.stringify(Properties.Environment.Variables).length;
      expect(size).toBeLessThan(MAX_ENVIRONMENT_BYTES / 2);
      // Nobody waits for what is done by the clock.
      if (Properties.Timeout !== ROUND_TIMEOUT_S) expect(Properties.Timeout).toBeLessThan(GATEWAY_TIMEOUT_S);
    }
  });

  test('and the bundles have no secret in them, whatever is set where they are made', () => {
    expect(readFileSync(packaged.templateFile, 'utf8')).not.toContain(SECRET);
    for (const [name, files] of packaged.functions) {
      const found = [...files.values()].filter((text) => text.includes(SECRET));
      expect([name, found]).toEqual([name, []]);
    }
    for (const [, { Properties }] of resourcesOf(template, 'AWS::Lambda::Function')) {
      expect(Properties.Environment.Variables).toMatchObject({
        SESSION_SECRET: `ssm:/chat/${STAGE}/session-secret`,
        PASSWORD_PEPPER: `ssm:/chat/${STAGE}/password-pepper`,
        VAPID_KEYS: `{{resolve:ssm:/chat/${STAGE}/vapid-public-key}}:ssm:/chat/${STAGE}/vapid-private-key`,
      });
    }
  });

  test('gives each function its own bundle and no other file', () => {
    for (const [name, files] of packaged.functions) {
      const choosesPasswords = ['register', 'change-password', 'recover'].includes(name);
      const [bundle, ...others] = [...files.keys()].toSorted((one) => (one.endsWith('.mjs') ? -1 : 1));
      expect(bundle).toMatch(new RegExp(`^\\.build/functions/(http|ws|scheduled)/${name}\\.mjs$`));
      expect(others).toEqual(choosesPasswords ? ['.build/functions/http/common-passwords.txt'] : []);
    }
    expect(packaged.functions.size).toBe(resourcesOf(template, 'AWS::Lambda::Function').length);
  });

  test('is all right to cfn-lint, where that is installed', async () => {
    const lint = promisify(execFile)('cfn-lint', [packaged.templateFile]);
    const complaints = await lint.then(
      () => '',
      (error: { code?: string; stdout?: string; stderr?: string }) =>
        error.code === 'ENOENT' ? '' : `${error.stdout}${error.stderr}`,
    );
    expect(complaints).toBe('');
  });
});

describe('what is kept', () => {
  test('people and messages outlive the stack, and can not be deleted by mistake', () => {
    const tables = new Map(resourcesOf(template, 'AWS::DynamoDB::Table'));
    for (const name of ['PeopleTable', 'EntriesTable']) {
      expect(tables.get(name)).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      });
    }
    expect(tables.get('ConnectionsTable')?.Properties.TimeToLiveSpecification.Enabled).toBe(true);
  });

  test('every table is paid by use', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::DynamoDB::Table')) {
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
    }
  });

  test('every log goes after a month', () => {
    const logs = resourcesOf(template, 'AWS::Logs::LogGroup');
    // One per function, one per API.
    expect(logs.length).toBe(resourcesOf(template, 'AWS::Lambda::Function').length + 2);
    for (const [, { Properties }] of logs) expect(Properties.RetentionInDays).toBe(30);
  });
});

describe('who may do what', () => {
  interface Statement {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource: unknown;
  }
  const granted = () =>
    resourcesOf(template, 'AWS::IAM::Role')
      .flatMap(([, { Properties }]) => Properties.Policies ?? [])
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement as Statement[]);

  test('no function may do something to everything, but send its traces', () => {
    const toEverything = granted().filter(({ Resource }) => [Resource].flat().includes('*'));
    expect(toEverything.length).toBeGreaterThan(0);
    for (const { Action } of toEverything) {
      expect(Action).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
    }
  });

  test('sockets can be posted to or closed, by whoever does that, and nothing else done to them', () => {
    const onSockets = granted().filter(({ Action }) =>
      [Action].flat().some((a) => a.startsWith('execute-api')),
    );
    expect(onSockets.length).toBeGreaterThan(0);
    for (const { Resource } of onSockets) {
      expect((Resource as { 'Fn::Sub': string })['Fn::Sub']).toMatch(/\/(POST|DELETE)\/@connections\/\*$/);
    }
  });

  test('each function has a role of its own, that Lambda alone may take', () => {
    const functions = resourcesOf(template, 'AWS::Lambda::Function');
    const roles = functions.map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0] as string);
    expect(new Set(roles).size).toBe(functions.length);
    for (const role of roles) {
      const [statement] = template.Resources[role]?.Properties.AssumeRolePolicyDocument.Statement ?? [];
      expect(statement.Principal).toEqual({ Service: 'lambda.amazonaws.com' });
    }
  });

  const callerOf = (permission: string) => {
    if (permission.includes('EventsRule')) return /EventsRuleSchedule1/;
    return permission.endsWith('HttpApi') ? /"HttpApi"/ : /\$\{WebsocketsApi\}/;
  };

  test('each function is called by its own API or schedule alone', () => {
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission');
    expect(permissions.length).toBe(resourcesOf(template, 'AWS::Lambda::Function').length);
    for (const [name, { Properties }] of permissions) {
      expect([name, JSON.stringify(Properties.SourceArn)]).toEqual([
        name,
        expect.stringMatching(callerOf(name)),
      ]);
    }
  });
});

describe('the site', () => {
  const config = () => template.Resources.Site?.Properties.DistributionConfig;

  test('is private but for the CDN', () => {
    expect(template.Resources.SiteBucket?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const [allow] = template.Resources.SiteBucketPolicy?.Properties.PolicyDocument.Statement ?? [];
    expect(allow.Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    expect(allow.Condition.StringEquals['aws:SourceArn']['Fn::Sub']).toMatch(/distribution\/\$\{Site\}$/);
  });

  test('has the API under its own name, uncached, with its own errors', () => {
    expect(config().CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
      '/api/*',
    ]);
    const managedCachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(config().CacheBehaviors[0].CachePolicyId).toBe(managedCachingDisabled);
    // An error page would take the place of the API's 403 and 404, too.
    expect(config().CustomErrorResponses).toBeUndefined();
  });

  test('leads the paths of pages to index.html, and files and what is not there to themselves', () => {
    const code = template.Resources.SitePaths?.Properties.FunctionCode as string;
    const handler = new Function(`${code}; return handler;`)();
    const lead = (uri: string) => handler({ request: { uri } }).uri;
    for (const page of ['/', '/login', '/new_user', '/c/bob']) expect(lead(page)).toBe('/index.html');
    for (const file of ['/assets/index-B1x.js', '/icon.svg', '/gone.css']) expect(lead(file)).toBe(file);
  });

  /** What one of the policies has a browser told, whatever the origin says, but for what only HTTPS has. */
  const told = (policy: string, { socket = '', whatever = true } = {}) => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      template.Resources[policy]?.Properties.ResponseHeadersPolicyConfig ?? {};
    const csp = security.ContentSecurityPolicy.ContentSecurityPolicy;
    if (whatever)
      for (const each of [...Object.values(security), ...custom.Items])
        expect(each).toHaveProperty('Override', true);
    return {
      'content-security-policy': socket === '' ? csp : csp['Fn::Sub'].replace(socket, ''),
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      'x-content-type-options': security.ContentTypeOptions && 'nosniff',
      ...(security.FrameOptions && { 'x-frame-options': security.FrameOptions.FrameOption }),
      ...Object.fromEntries(
        (custom.Items as { Header: string; Value: string }[]).map(({ Header, Value }) => [Header, Value]),
      ),
    };
  };

  test('tells browsers of the pages what a run on one machine tells them, and where the socket is besides', () => {
    const socket = ' wss://${WebsocketsApi}.execute-api.${AWS::Region}.amazonaws.com';
    const policy = JSON.stringify(template.Resources.SiteHeaders);
    expect(policy).toContain(`connect-src 'self'${socket};`);
    expect(told('SiteHeaders', { socket })).toEqual(PAGE_HEADERS);
    expect(config().DefaultCacheBehavior.ResponseHeadersPolicyId).toEqual({ Ref: 'SiteHeaders' });
  });

  test('puts on what the gateway answers by itself what the functions put on their answers', () => {
    expect(told('ApiHeaders', { whatever: false })).toEqual(API_HEADERS);
    // A picture may be kept, and has a stricter policy: what a function says itself stays.
    const { SecurityHeadersConfig, CustomHeadersConfig } =
      template.Resources.ApiHeaders?.Properties.ResponseHeadersPolicyConfig ?? {};
    expect(SecurityHeadersConfig.ContentSecurityPolicy.Override).toBe(false);
    expect(CustomHeadersConfig.Items[0]).toMatchObject({ Header: 'cache-control', Override: false });
    expect(config().CacheBehaviors[0].ResponseHeadersPolicyId).toEqual({ Ref: 'ApiHeaders' });
  });

  test.each(['SiteHeaders', 'ApiHeaders'])('has browsers come back by HTTPS alone, by its %s', (policy) => {
    const TWO_YEARS_S = 63_072_000;
    const { StrictTransportSecurity } =
      template.Resources[policy]?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig ?? {};
    expect(StrictTransportSecurity).toEqual({
      Override: true,
      AccessControlMaxAgeSec: TWO_YEARS_S,
      IncludeSubdomains: true,
    });
  });
});

describe('what watches', () => {
  test('every alarm goes to the topic, and the calm after it, too', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(5);
    for (const [, { Properties }] of alarms) {
      expect(Properties.AlarmActions).toEqual([{ Ref: 'AlarmTopic' }]);
      expect(Properties.OKActions).toEqual([{ Ref: 'AlarmTopic' }]);
      expect(Properties.AlarmDescription).toMatch(/\.$/);
    }
  });

  test('alarms and dashboard ask for metrics of this stage alone', () => {
    const names = JSON.stringify([
      resourcesOf(template, 'AWS::CloudWatch::Alarm'),
      template.Resources.Dashboard,
    ]).match(/chat-[a-z]+-/g);
    expect(new Set(names)).toEqual(new Set([`chat-${STAGE}-`]));
  });

  test('the dashboard is JSON', () => {
    const body = template.Resources.Dashboard?.Properties.DashboardBody['Fn::Sub'] as string;
    expect(JSON.parse(body).widgets.length).toBe(6);
  });

  test('access logs have neither headers nor paths with what was asked for', () => {
    const formats = resourcesOf(template, 'AWS::ApiGatewayV2::Stage').map(
      ([, { Properties }]) => Properties.AccessLogSettings.Format as string,
    );
    expect(formats.length).toBe(2);
    for (const format of formats) {
      expect(() => JSON.parse(format)).not.toThrow();
      expect(format).not.toMatch(/header|querystring|\$context\.path|cookie|protocol/i);
    }
  });

  test('every route has a limit, registering and logging in lower ones', () => {
    const [http, socket] = ['HttpApiStage', 'WebsocketsDeploymentStage'].map(
      (name) => template.Resources[name]?.Properties,
    );
    for (const stage of [http, socket]) {
      expect(stage.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(stage.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
    }
    for (const route of ['POST /api/register', 'POST /api/log-in', 'POST /api/recover']) {
      expect(http.RouteSettings[route].ThrottlingRateLimit).toBeLessThanOrEqual(10);
    }
  });
});
