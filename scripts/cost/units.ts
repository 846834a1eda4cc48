/**
 * How AWS rounds what it bills.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 * https://aws.amazon.com/api-gateway/pricing/
 */

const KB = 1_024;
const WRITE_UNIT_BYTES = KB;
const READ_UNIT_BYTES = 4 * KB;
const SOCKET_MESSAGE_BYTES = 32 * KB;
const HTTP_REQUEST_BYTES = 512 * KB;

/** How much more a request in a transaction is than the same by itself. */
export const TRANSACTION_FACTOR = 2;

/** Write units of an item of that size; what is not there takes one as well. */
export function writeUnits(bytes: number): number {
  return begun(bytes, WRITE_UNIT_BYTES);
}

/** Read units of items that are read together and have that size: half of them where they may be stale. */
export function readUnits(bytes: number, { strong }: { strong: boolean }): number {
  return begun(bytes, READ_UNIT_BYTES) * (strong ? 1 : 0.5);
}

/** As how many messages API Gateway bills a frame. */
export function socketMessages(bytes: number): number {
  return begun(bytes, SOCKET_MESSAGE_BYTES);
}

/** As how many requests an HTTP API bills one, whose larger part, body or answer, has that size. */
export function httpRequests(bytes: number): number {
  return begun(bytes, HTTP_REQUEST_BYTES);
}

function begun(bytes: number, step: number): number {
  return Math.max(1, Math.ceil(bytes / step));
}
