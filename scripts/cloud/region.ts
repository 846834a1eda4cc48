import { STSClient } from '@aws-sdk/client-sts';
import { LocalProblem } from '../local/problem.ts';

/** As in serverless.yml, for whoever names none anywhere. */
const DEFAULT_REGION = 'us-east-1';

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/**
 * The region that is meant: that of `--region`, else that of the environment, else that of the AWS profile.
 * @throws LocalProblem if two places that were both set on purpose contradict each other
 */
export async function regionOf(given: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const named = [
    { place: '--region', region: given },
    { place: 'AWS_REGION', region: env.AWS_REGION },
    { place: 'AWS_DEFAULT_REGION', region: env.AWS_DEFAULT_REGION },
  ].filter(({ region }) => region);
  const [first, ...others] = named;
  if (first?.region === undefined) return profileRegion();
  const other = others.find(({ region }) => region !== first.region);
  if (other) {
    throw new LocalProblem(
      `Region mismatch: ${first.place} says ${first.region}, and ${other.place} says ${other.region}. Leave one out, or let both say the same.`,
    );
  }
  if (!REGION.test(first.region)) {
    throw new LocalProblem(
      `"${first.region}", from ${first.place}, is no AWS region; one is eu-central-1, for example.`,
    );
  }
  return first.region;
}

async function profileRegion(): Promise<string> {
  const client = new STSClient({});
  try {
    return await client.config.region();
  } catch {
    // Neither environment nor profile has one, and the client can say that only so.
    return DEFAULT_REGION;
  } finally {
    client.destroy();
  }
}
