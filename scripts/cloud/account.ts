import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { LocalProblem } from '../local/problem.ts';

/** An account in one region, seen with the credentials of the environment. */
export interface Account {
  readonly id: string;
  /** Whose credentials these are. */
  readonly caller: string;
  readonly region: string;
  readonly cloudFormation: CloudFormationClient;
  readonly cloudFront: CloudFrontClient;
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly ssm: SSMClient;
}

const HOW_TO_GET_IN =
  'set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and run the same command again.';

/**
 * Does something with the account that the environment has credentials for.
 * @throws LocalProblem if it has none, or none that AWS takes
 */
export async function withAccount<Result>(
  region: string,
  work: (account: Account) => Promise<Result>,
): Promise<Result> {
  const clients = {
    cloudFormation: new CloudFormationClient({ region }),
    cloudFront: new CloudFrontClient({ region }),
    dynamodb: new DynamoDBClient({ region }),
    s3: new S3Client({ region }),
    ssm: new SSMClient({ region }),
  };
  try {
    return await work({ ...(await whoAmI(region)), region, ...clients });
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
}

async function whoAmI(region: string): Promise<Pick<Account, 'id' | 'caller'>> {
  const client = new STSClient({ region });
  try {
    const { Account: id = '', Arn: caller = '' } = await client.send(new GetCallerIdentityCommand({}));
    return { id, caller };
  } catch (error) {
    throw notLetIn(error as Error);
  } finally {
    client.destroy();
  }
}

function notLetIn({ name, message }: Error): LocalProblem {
  if (/expired/i.test(name) || /expired|sso session/i.test(message)) {
    return new LocalProblem(
      'The AWS credentials have expired: log in again (aws sso login, or new keys), then run the same command again.',
    );
  }
  switch (name) {
    case 'CredentialsProviderError':
      return new LocalProblem(`There are no AWS credentials here: ${HOW_TO_GET_IN}`);
    case 'InvalidClientTokenId':
    case 'SignatureDoesNotMatch':
    case 'UnrecognizedClientException':
      return new LocalProblem(`AWS does not take these credentials (${name}): ${HOW_TO_GET_IN}`);
    default:
      return new LocalProblem(
        `AWS could not be asked whose credentials these are (${message || name}): is it within reach from here?`,
      );
  }
}
