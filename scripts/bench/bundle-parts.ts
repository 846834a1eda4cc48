import type { Bundle } from '../build/functions.ts';

/** What is smaller needs no reason. */
const LARGE_BYTES = 5_000;

/** Why each large part of a bundle is there, by the part's name. */
export const REASONS: Readonly<Record<string, string>> = {
  '@smithy/core':
    "DynamoDB's client: its protocol in JSON, schemas, retries, endpoints, the stack of middleware",
  '@aws-sdk/core': "DynamoDB's client: errors, the user agent, signing, clocks that are wrong",
  '@aws-sdk/client-dynamodb': 'the commands and their schemas',
  '@aws-sdk/client-apigatewaymanagementapi': 'posts to sockets, with another protocol of @smithy/core',
  '@smithy/signature-v4': 'signs requests: to DynamoDB, to sockets, for the secrets',
  '@simplewebauthn/server': 'verifies what passkeys sign',
  '@smithy/node-http-handler': "DynamoDB's client: requests over kept connections",
  'lib/store': 'the store, whole: which ports a function uses is not known to the one that makes them',
  'lib/chat': 'what the chat does in this function',
  'lib/edge': 'events, cookies, errors, the line in the log',
  'lib/protocol': 'the schemas of what comes in',
  valibot: 'checks what comes in',
  http_ece: "encrypts what browsers' push services carry",
  bcryptjs: 'hashes of passwords',
  jsonwebtoken: "the cookies' signatures",
};

/** The large parts of a bundle, the largest first: each a package, or a folder of ours. */
export function largeParts({ parts }: Bundle): [part: string, bytes: number][] {
  const sums = new Map<string, number>();
  for (const [path, bytes] of Object.entries(parts)) {
    sums.set(partOf(path), (sums.get(partOf(path)) ?? 0) + bytes);
  }
  return [...sums].filter(([, bytes]) => bytes >= LARGE_BYTES).toSorted(([, one], [, other]) => other - one);
}

function partOf(path: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
  return name ?? path.split('/').slice(0, 2).join('/');
}
