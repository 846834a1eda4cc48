import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '../chat/audit-ports.ts';
import { clientAddress } from './client-address.ts';

/** Longer than what any browser says of itself today. */
const MAX_DEVICE_LENGTH = 256;

/**
 * Whence a request comes: from which address, and what its sender says that it is.
 * @param cdnSecret see clientAddress
 */
export function callerOf(
  event: Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>,
  cdnSecret: string | undefined,
): Caller {
  const address = clientAddress(event, cdnSecret);
  const device = printable(event.requestContext.http.userAgent).slice(0, MAX_DEVICE_LENGTH);
  return { ...(address && { address }), ...(device && { device }) };
}

/** What is read in a terminal should not be able to steer it. */
function printable(text: string | undefined): string {
  return (text ?? '').replaceAll(/[^\x20-\x7e]/g, '');
}
