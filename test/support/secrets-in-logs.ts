import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptSecret, LOGS_FOLDER, SECRETS_FILE } from './scan-folder.ts';

/** By as many first characters secrets are found among thousands of others, in one go through a log. */
const PREFIX = 8;

/** A secret that is in a log: of what kind it is, and where, but not which. */
export interface Leak {
  readonly kind: KeptSecret['kind'];
  /** The test that used it. */
  readonly by: string;
  readonly log: string;
  readonly line: number;
}

/** What was looked through, so that nobody takes nothing for a good sign. */
export interface Scan {
  readonly secrets: number;
  readonly logs: number;
  readonly leaks: readonly Leak[];
}

/** Looks for every secret that a run of the tests has kept, in every log that it has kept. */
export function scanLogs(folder: string): Scan {
  const secrets = keptSecrets(folder);
  const byPrefix = Map.groupBy(secrets.flatMap(asWritten), ({ secret }) => secret.slice(0, PREFIX));
  const logs = globSync(`${LOGS_FOLDER}/*.log`, { cwd: folder }).sort();
  const leaks = logs.flatMap((log) => leaksIn(readFileSync(join(folder, log), 'utf8'), log, byPrefix));
  return { secrets: secrets.length, logs: logs.length, leaks };
}

/** A sentence for whoever has to mend it. It must not leak the secret once more. */
export function sentenceOf({ kind, by, log, line }: Leak): string {
  return `A ${kind} that ${by} used is in a log: line ${line} of ${log}.`;
}

function keptSecrets(folder: string): KeptSecret[] {
  const lines = globSync(SECRETS_FILE, { cwd: folder }).map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  return lines.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as KeptSecret),
  );
}

/** As it is, and as JSON and an address have it. */
function asWritten(kept: KeptSecret): KeptSecret[] {
  const { secret } = kept;
  const forms = new Set([secret, JSON.stringify(secret).slice(1, -1)]);
  if (secret.isWellFormed()) forms.add(encodeURIComponent(secret));
  return [...forms].map((form) => ({ ...kept, secret: form }));
}

function leaksIn(text: string, log: string, byPrefix: ReadonlyMap<string, readonly KeptSecret[]>): Leak[] {
  const leaks: Leak[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n') line += 1;
    for (const { kind, by, secret } of byPrefix.get(text.slice(at, at + PREFIX)) ?? []) {
      if (text.startsWith(secret, at)) leaks.push({ kind, by, log, line });
    }
  }
  return leaks;
}
