import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import JSZip from 'jszip';

const root = fileURLToPath(new URL('../../', import.meta.url));
const OSLS = join(root, 'node_modules/serverless/bin/serverless.js');

export const STAGE = 'prod';

/** A CloudFormation template, as far as the checks look into it. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly Type: string;
  readonly DependsOn?: string | readonly string[];
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type of resource has properties of its own
  readonly Properties: any;
}

export interface Packaged {
  readonly templateFile: string;
  readonly template: Template;
  /** The files of each function, by their paths, as Lambda unpacks them. */
  readonly functions: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * What `npm run deploy` would send to AWS, made without a word to AWS.
 * @param env more variables, such as those that a careless developer has set
 */
export async function packageStage(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Packaged> {
  const args = [OSLS, 'package', '--stage', STAGE, '--region', 'eu-central-1', '--package', folder];
  const noAccount = { AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' };
  await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...noAccount, ...env },
  });
  const templateFile = join(folder, 'cloudformation-template-update-stack.json');
  const template = JSON.parse(readFileSync(templateFile, 'utf8')) as Template;
  return { templateFile, template, functions: await unpackedFunctions(folder) };
}

async function unpackedFunctions(folder: string): Promise<Packaged['functions']> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.zip'));
  const functions = files.map(
    async (file) => [file.replace('.zip', ''), await filesIn(join(folder, file))] as const,
  );
  return new Map(await Promise.all(functions));
}

async function filesIn(file: string): Promise<Map<string, string>> {
  const { files } = await JSZip.loadAsync(readFileSync(file));
  const contents = Object.values(files).map(
    async (entry) => [entry.name, await entry.async('text')] as const,
  );
  return new Map(await Promise.all(contents));
}

/** The resources of a type, by their logical names. */
export function resourcesOf({ Resources }: Template, type: string): [name: string, resource: Resource][] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}
