import { setTimeout as wait } from 'node:timers/promises';
import { signedHeaders } from '../aws/signed-headers.ts';

export interface ParameterStoreSettings {
  readonly region: string;
  /** Where it is, if not where AWS has it. */
  readonly endpoint?: string | undefined;
}

/** It answers in some 20 ms; a request that hangs is given up on. */
const REQUEST_TIMEOUT_MS = 1_500;
const MAX_ATTEMPTS = 3;

/** The longest wait before another try: an account has 40 reads a second, and many functions may start at once. */
const MAX_WAIT_MS = 200;

/**
 * Reads a parameter of Systems Manager's Parameter Store, decrypted.
 *
 * One signed request instead of its client: that is 78 kB of a bundle, for operations that nobody here asks for.
 * @param name such as `/chat/prod/session-secret`
 * @throws Error if it can't be read, with AWS's reason
 */
export async function readParameter(name: string, settings: ParameterStoreSettings): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await requestParameter(name, settings);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || error instanceof ParameterRefused) throw error;
    }
    await wait(Math.random() * MAX_WAIT_MS);
  }
}

/** AWS has answered, and would answer the same again. */
class ParameterRefused extends Error {}

async function requestParameter(name: string, settings: ParameterStoreSettings): Promise<string> {
  const endpoint = new URL(settings.endpoint ?? `https://ssm.${settings.region}.amazonaws.com`);
  const body = JSON.stringify({ Name: name, WithDecryption: true });
  const headers = await signedHeaders({
    service: 'ssm',
    region: settings.region,
    method: 'POST',
    address: endpoint,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameter' },
    body,
  });
  const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  const response = await fetch(endpoint, { method: 'POST', headers, body, signal });
  const answer = (await response.json()) as { Parameter?: { Value?: string }; __type?: string };
  const value = answer.Parameter?.Value;
  if (response.ok && value) return value;
  const type = answer.__type ?? '';
  const reason = `The parameter ${name} can't be read: ${response.status} ${type}`;
  const mayChange = response.status >= 500 || type.includes('Throttling');
  throw mayChange ? new Error(reason) : new ParameterRefused(reason);
}
