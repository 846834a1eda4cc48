import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it says about itself, which is nobody's to know but ours. */
export const DETAIL =
  'Requested resource not found: Table: test-people in arn:aws:dynamodb:us-east-1:123456789012';

/** A DynamoDB that refuses everything, as one whose tables have been removed. */
export async function startFailingDynamodb(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const answer = {
    __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
    message: DETAIL,
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
