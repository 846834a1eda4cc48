import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * What the bundles don't need of the packages they are made of. A cold start loads every byte.
 *
 * The test of the bundles runs them as they are, so that an update which does need one of these is noticed.
 */

/** Left to an import that never happens: the part for operations that stream events, of which there are none here. */
export const NEVER_IMPORTED = ['@smithy/core/event-streams'];

const NO_METADATA_REGION = 'export const getInstanceMetadataRegion = async () => undefined;';

const REPLACEMENTS: Readonly<Record<string, string>> = {
  // jsonwebtoken asks it whether this Node is at least 16: it is 24.
  semver: 'export const satisfies = () => true;',
  // Functions of lodash that have become the language's own.
  'lodash.includes': 'module.exports = (list, value) => list.includes(value);',
  'lodash.isinteger': 'module.exports = Number.isInteger;',
  'lodash.isboolean': "module.exports = (value) => typeof value === 'boolean';",
  'lodash.isnumber': "module.exports = (value) => typeof value === 'number';",
  'lodash.isstring': "module.exports = (value) => typeof value === 'string';",
  'lodash.isplainobject':
    'module.exports = (value) => Object.prototype.toString.call(value) === "[object Object]" && [Object.prototype, null].includes(Object.getPrototypeOf(value));',
  'lodash.once':
    'module.exports = (work) => { let result; return (...given) => { const once = work; work = undefined; return once ? (result = once(...given)) : result; }; };',
  'safe-buffer': "module.exports = require('node:buffer');",
  // For a Node without crypto.timingSafeEqual.
  'buffer-equal-constant-time': 'export {};',
  // For signatures by elliptic curves and by pairs of keys, and for lifetimes written in words: ours are HS256, and times in seconds.
  'ecdsa-sig-formatter': 'export {};',
  './lib/validateAsymmetricKey': 'module.exports = () => {};',
  ms: 'export {};',
  // For retries that adapt to how busy AWS is, which nobody asks for, and for signing the events of a stream.
  './DefaultRateLimiter': 'export class DefaultRateLimiter {}',
  '../util-retry/AdaptiveRetryStrategy': 'export class AdaptiveRetryStrategy {}',
  './HeaderFormatter': 'export class HeaderFormatter {}',
  // For a Lambda with several invocations at once in a process; of one, the environment has the trace.
  '@aws/lambda-invoke-store': 'export const InvokeStore = { getInstanceAsync: async () => undefined };',
  // For a region that is not in the environment, and has to be asked of a machine of EC2's.
  './getInstanceMetadataRegion': NO_METADATA_REGION,
  '../config-resolver/regionConfig/getInstanceMetadataRegion': NO_METADATA_REGION,
  // The ways to find credentials, of which a Lambda's are in its environment.
  '@aws-sdk/credential-provider-node':
    "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  // The endpoints of all regions and what may be said against them: lib/aws/endpoint.ts says which they are.
  './endpoint/endpointResolver': 'export const defaultEndpointResolver = undefined;',
  './partitions': 'export const partitionsInfo = {};',
  // S3's buckets, which are part of an address.
  '../service-customizations': 'export const resolveParamsForS3 = async () => {};',
  // For settings in a home directory's files, which a Lambda has none of: each setting was looked for there, too.
  '../shared-ini-file-loader/loadSharedConfigFiles':
    'export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });',
  // DynamoDB's endpoint discovery, which is off.
  '@aws-sdk/middleware-endpoint-discovery':
    'export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector: () => false, configFileSelector: () => false, default: false }; export const resolveEndpointDiscoveryConfig = (config) => config;',
  // For times in what is asked and answered, of which nothing that is asked here has any.
  './date-utils': withoutTimes(
    'dateToUtcString',
    'parseRfc3339DateTime',
    'parseRfc3339DateTimeWithOffset',
    'parseRfc7231DateTime',
    'parseEpochTimestamp',
  ),
  './schema-serde-lib/schema-date-utils': withoutTimes(
    '_parseEpochTimestamp',
    '_parseRfc3339DateTimeWithOffset',
    '_parseRfc7231DateTime',
  ),
  // For the streams of browsers.
  './sdk-stream-mixin.browser':
    "export const sdkStreamMixin = () => { throw new Error('This is no stream of Node.js.'); };",
  // For machines without node:crypto.
  './Sha256Js': 'export class Sha256Js {}',
};

const NAMESPACE = 'left-out';

/** Functions that say, should one be called after all, what was left out. */
function withoutTimes(...names: readonly string[]): string {
  return names
    .map(
      (name) => `export const ${name} = () => { throw new Error('${name} was left out of this bundle.'); };`,
    )
    .join('\n');
}

/** Of which the SDK's clients read their version, for the user agent. */
const PACKAGE_OF_CLIENT = /[\\/]client-[a-z]+[\\/]package\.json$/;

/** The client's error classes: nine kilobytes of them that differ in nothing but what they are called and whose fault they are. */
const ERRORS_OF_CLIENT = /[\\/]client-dynamodb[\\/]dist-es[\\/]models[\\/]errors\.js$/;
const ERROR_CLASS = /export class (\w+) extends __BaseException \{.*?\$fault = "(client|server)"/gs;

/** The same classes, made by one function. What an answer says beside its message, the client itself puts on the error. */
function errorsMadeByOne(source: string): string {
  const classes = [...source.matchAll(ERROR_CLASS)].map(
    ([, name, fault]) => `export const ${name} = /* @__PURE__ */ named('${name}', '${fault}');`,
  );
  return `import { DynamoDBServiceException } from './DynamoDBServiceException';
const named = (name, $fault) =>
  class extends DynamoDBServiceException {
    static shapeId = 'com.amazonaws.dynamodb#' + name;
    constructor(options) {
      super({ name, $fault, ...options });
      Object.setPrototypeOf(this, new.target.prototype);
      this.name = name;
      this.$fault = $fault;
    }
  };
${classes.join('\n')}`;
}

/** Puts next to nothing in the place of modules that are loaded but never, or hardly, put to use. */
export const leaveOut: Plugin = {
  name: NAMESPACE,
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(REPLACEMENTS).join('|').replaceAll('.', '\\.')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: NAMESPACE }));
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: REPLACEMENTS[path] ?? '',
      resolveDir: import.meta.dirname,
    }));
    build.onLoad({ filter: ERRORS_OF_CLIENT }, ({ path }) => ({
      contents: errorsMadeByOne(readFileSync(path, 'utf8')),
    }));
    build.onLoad({ filter: PACKAGE_OF_CLIENT }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
