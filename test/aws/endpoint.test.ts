import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { endpointOf } from '../../lib/aws/endpoint.ts';

const REGIONS = [
  'us-east-1',
  'eu-central-1',
  'ap-southeast-5',
  'cn-north-1',
  'cn-northwest-1',
  'us-gov-west-1',
];

describe('DynamoDB is where its own client says', () => {
  const { config } = new DynamoDBClient({ region: 'us-east-1' });
  const both = (given: { Region: string; Endpoint?: string; UseFIPS?: boolean }) => [
    endpointOf('dynamodb')(given).url.href,
    config.endpointProvider({ UseFIPS: false, UseDualStack: false, ...given }).url.href,
  ];

  test.each(REGIONS)('in %s', (Region) => {
    const [ours, theirs] = both({ Region });
    expect(ours).toBe(theirs);
  });

  test.each(['us-east-1', 'us-gov-west-1'])('by FIPS 140, in %s', (Region) => {
    const [ours, theirs] = both({ Region, UseFIPS: true });
    expect(ours).toBe(theirs);
  });

  test('on this machine', () => {
    const [ours, theirs] = both({ Region: 'us-east-1', Endpoint: 'http://127.0.0.1:8001' });
    expect(ours).toBe(theirs);
  });
});
