import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '../chat/audit-ports.ts';

/** Longer than what any browser says of itself today. */
const MAX_DEVICE_LENGTH = 256;

/** Whence a request comes: who was at the other end of its connection, and what it says that it is. */
export function callerOf({
  requestContext: { http },
}: Pick<APIGatewayProxyEventV2, 'requestContext'>): Caller {
  const device = printable(http.userAgent).slice(0, MAX_DEVICE_LENGTH);
  return { ...(http.sourceIp && { address: http.sourceIp }), ...(device && { device }) };
}

/** What is read in a terminal should not be able to steer it. */
function printable(text: string | undefined): string {
  return (text ?? '').replaceAll(/[^\x20-\x7e]/g, '');
}
