import { config } from '../config.ts';
import { readParameter } from '../secrets/parameter-store.ts';

/** What a setting begins with where it names a parameter, and is no secret itself. */
const PARAMETER = 'ssm:';

/** The secret that a setting is, or that is in the parameter which it names. */
export async function secretOf(setting: string): Promise<string> {
  if (!setting.startsWith(PARAMETER)) return setting;
  return readParameter(setting.slice(PARAMETER.length), config.parameterStore);
}
