import {
  DeleteParameterCommand,
  GetParameterCommand,
  type Parameter,
  ParameterNotFound,
  type ParameterType,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import type { Account } from './account.ts';

export interface ParameterToWrite {
  readonly name: string;
  readonly value: string;
  /** Encrypted with the account's own key for the Parameter Store, or readable to all who may see parameters. */
  readonly type: Extract<ParameterType, 'SecureString' | 'String'>;
  readonly overwrite: boolean;
}

/** Whether there is such a parameter; asks for no right to read what is encrypted. */
export async function hasParameter({ ssm }: Account, name: string): Promise<boolean> {
  return (await unlessMissing(ssm.send(new GetParameterCommand({ Name: name })))) !== undefined;
}

export async function readParameter({ ssm }: Account, name: string): Promise<Parameter | undefined> {
  const asking = ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return (await unlessMissing(asking))?.Parameter;
}

/** Does nothing, unless told to overwrite it, to one that is there, but throw. */
export async function writeParameter({ ssm }: Account, parameter: ParameterToWrite): Promise<void> {
  const { name, value, type, overwrite } = parameter;
  await ssm.send(new PutParameterCommand({ Name: name, Value: value, Type: type, Overwrite: overwrite }));
}

/** Also if there is none. */
export async function deleteParameter({ ssm }: Account, name: string): Promise<void> {
  await unlessMissing(ssm.send(new DeleteParameterCommand({ Name: name })));
}

async function unlessMissing<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}
