import * as v from 'valibot';
import { Refusal } from '../chat/refusal.ts';
import { MAX_FRAME_BYTES } from '../protocol/limits.ts';

/**
 * The JSON value of a frame or request body.
 * @throws Refusal `too-large`, `invalid-json`
 */
export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') {
    throw new Refusal('invalid-json', { message: 'Send text, not binary data.' });
  }
  if (Buffer.byteLength(text) > MAX_FRAME_BYTES) throw new Refusal('too-large');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid-json');
  }
}

/**
 * The value, if it is a JSON object and just what the schema says: nothing missing, nothing more.
 * @throws Refusal `invalid-request` with the first field that is wrong
 */
export function parseAs<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  if (!isObject(value)) {
    throw new Refusal('invalid-request', { message: 'Send an object: { … }.' });
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw new Refusal('invalid-request', { message: sentence(issue), ...(field !== null && { field }) });
}

/** To valibot's objects, a list is one, too. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    return issue.expected === 'never' ? 'There is no such field.' : 'This field is missing.';
  }
  // A schema's own sentence, or valibot's "Invalid type: Expected string but received 1", which may echo the input.
  return issue.message.startsWith('Invalid') ? `This should be ${issue.expected}.` : issue.message;
}
